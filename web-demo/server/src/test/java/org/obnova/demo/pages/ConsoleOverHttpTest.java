// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Openssl;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.web.Site;

/** The console over the real server: what it does to certificates, and what others then see of it; openssl is the other one. */
class ConsoleOverHttpTest {
    @TempDir
    Path folder;

    private Wiring server;

    @BeforeEach
    void start() throws Exception {
        server = Wiring.start(
                new Wiring.Settings(0, folder, CaProfile.EC, Duration.ZERO, List.of()),
                InstantSource.system(),
                new SecureRandom());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void suspension_resumption_andRevocation_standInListAndStatusAtOnce_andTheHolderIsTold() throws Exception {
        HolderCertificate certificate = certificate("korableva");
        String path = "/certificates/" + certificate.issued().sha256();
        Person clerk = desk("clerk");
        assertThat(list()).doesNotContain(serial(certificate));
        assertThat(status(certificate)).contains(": good");

        act(clerk, path + "/suspend", Map.of());
        assertThat(list()).contains(serial(certificate), "Certificate Hold");
        assertThat(status(certificate)).contains(": revoked", "certificateHold");
        assertThat(message("+79000000001")).contains("приостановлено");
        assertThat(portal()).contains("Приостановлен");

        Person operator = desk("operator");
        act(operator, path + "/resume", Map.of());
        assertThat(list()).doesNotContain(serial(certificate));
        assertThat(status(certificate)).contains(": good");
        assertThat(operator.submit(path + "/resume", Map.of()).body()).contains("certificate_standing");

        assertThat(operator.submit(path + "/revoke", Map.of("reason", "WEATHER"))
                        .body())
                .contains("field_invalid");
        act(operator, path + "/revoke", Map.of("reason", "KEY_COMPROMISE"));
        assertThat(list()).contains(serial(certificate), "Key Compromise");
        assertThat(status(certificate)).contains(": revoked", "keyCompromise");
        assertThat(message("+79000000001")).contains("отозван");
        assertThat(operator.submit(path + "/resume", Map.of()).body()).contains("certificate_standing");
        assertThat(operator.submit(path + "/suspend", Map.of()).body()).contains("certificate_standing");
        assertThat(status(certificate)).contains(": revoked", "keyCompromise");

        assertThat(desk("auditor").open("/audit").body())
                .contains("certificate-suspended", "certificate-resumed", "certificate-revoked", "clerk:clerk")
                .contains(certificate.issued().sha256());
    }

    @Test
    void suspendedCertificate_mayBeRevoked_andIsNeverResumedThen() throws Exception {
        HolderCertificate certificate = certificate("korableva");
        String path = "/certificates/" + certificate.issued().sha256();
        Person operator = desk("operator");
        act(operator, path + "/suspend", Map.of());
        act(operator, path + "/revoke", Map.of("reason", "CESSATION_OF_OPERATION"));

        assertThat(status(certificate)).contains("cessationOfOperation");
        assertThat(operator.submit(path + "/resume", Map.of()).body()).contains("certificate_standing");
    }

    @Test
    void orderedReplacement_isOfferedInThePortal_andCannotBeOrderedTwice() throws Exception {
        HolderCertificate certificate = certificate("myasoedov");
        String path = "/certificates/" + certificate.issued().sha256() + "/replace";
        Person clerk = desk("clerk");
        act(clerk, path, Map.of());

        assertThat(server.services()
                        .holders()
                        .certificate(certificate.issued().sha256())
                        .orElseThrow()
                        .issued()
                        .replace())
                .isTrue();
        assertThat(message("+79000000004")).contains("внеплановую замену");
        assertThat(clerk.submit(path, Map.of()).body()).contains("certificate_standing");
    }

    @Test
    void officer_seesTheOwnOrganisationAlone() throws Exception {
        Person officer = desk("officer");
        assertThat(officer.open("/certificates/"
                                + certificate("korableva").issued().sha256())
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.open("/certificates/"
                                + certificate("zhuravlyov").issued().sha256())
                        .statusCode())
                .isEqualTo(404);
        assertThat(found(officer, "Журавлёв")).contains("nobody_found").doesNotContain("Артём");
        assertThat(found(officer, "Кораблёва")).contains("Алёна");
    }

    @Test
    void people_areFoundByNumberAndSurname_andNothingOfItStandsInAnAddress() throws Exception {
        Person clerk = desk("clerk");
        assertThat(found(clerk, "112-233-445 95")).contains("Кораблёва Алёна");
        assertThat(found(clerk, "770000000220")).contains("Журавлёв Артём");
        assertThat(found(clerk, "журавлёв")).contains("Журавлёв Артём");
        assertThat(found(clerk, "Журавлев")).contains("nobody_found", "value=\"Журавлев\"");
        String where = clerk.submit("/filter", Map.of("text", "Кораблёва", "stage", "REVIEW"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(where).isEqualTo("/");
        assertThat(clerk.open("/").body()).contains("value=\"Кораблёва\"", "data-state=\"review\"");
    }

    @Test
    void clerk_createsAnApplication_andKeepsInvoiceAndToken_whileItsDataStayTheHolders() throws Exception {
        Person clerk = desk("clerk");
        HttpResponse<String> created =
                clerk.submit("/applications", Map.of("holder", "zhuravlyov", "reason", "UNPLANNED"));
        String path = created.headers().firstValue("Location").orElseThrow();
        assertThat(message("+79000000002")).contains("создал для вас заявку");
        assertThat(clerk.open(path).body())
                .contains("data-testid=\"not-sent\"", "data-invoice=\"none\"")
                .doesNotContain("08765430300");
        assertThat(desk("operator").open(path).statusCode()).isEqualTo(404);

        act(clerk, path + "/billed", Map.of());
        assertThat(clerk.open(path).body()).contains("data-invoice=\"unpaid\"");
        act(clerk, path + "/paid", Map.of());
        assertThat(clerk.open(path).body()).contains("data-invoice=\"paid\"");
        assertThat(clerk.submit(path + "/handed-out", Map.of("serial", "RT-0001"))
                        .body())
                .contains("step_out_of_order");
        act(clerk, path + "/token-bought", Map.of());
        assertThat(clerk.submit(path + "/handed-out", Map.of("serial", "№ 1")).body())
                .contains("field_invalid", "value=\"№ 1\"");
        act(clerk, path + "/handed-out", Map.of("serial", "RT-0001"));
        assertThat(clerk.open(path).body()).contains("data-token-state=\"handed-out\"", "RT-0001");
        assertThat(desk("auditor").open("/audit").body())
                .contains("application-created", "invoice-changed", "token-bought", "token-handed-out");
    }

    private Person desk(String name) throws Exception {
        return Desk.of(name, server.sites(), folder.resolve("handout"));
    }

    private static void act(Person person, String path, Map<String, String> fields) throws Exception {
        HttpResponse<String> answer = person.submit(path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static String found(Person person, String text) throws Exception {
        act(person, "/people/find", Map.of("text", text));
        return person.open("/people").body();
    }

    private HolderCertificate certificate(String holder) {
        Holder whose = server.services().holders().byId(holder).orElseThrow();
        return server.services().holders().certificates(whose).stream()
                .filter(held -> held.issued().authority().equals("ec"))
                .findFirst()
                .orElseThrow();
    }

    private static String serial(HolderCertificate certificate) {
        String hex = certificate
                .issued()
                .certificate()
                .getSerialNumber()
                .toString(16)
                .toUpperCase(java.util.Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    private String message(String phone) {
        return server.services().inbox().latestTo(phone, 1).getFirst().text();
    }

    private String portal() throws Exception {
        return new Person(server.sites(), Site.EXTERN).open("/").body();
    }

    private String list() throws Exception {
        Path file = Files.write(folder.resolve("list.crl"), fetch("/ca/ec.crl"));
        return new Openssl(folder)
                .run("crl", "-inform", "DER", "-text", "-in", file.toString())
                .output();
    }

    private String status(HolderCertificate certificate) throws Exception {
        Path leaf = pem("leaf", certificate.issued().der());
        Path issuer = pem("issuer", fetch("/ca/ec.cer"));
        return new Openssl(folder)
                .run(
                        "ocsp",
                        "-noverify",
                        "-issuer",
                        issuer.toString(),
                        "-cert",
                        leaf.toString(),
                        "-url",
                        "http://127.0.0.1:" + server.sites().port() + "/ocsp",
                        "-header",
                        "Host=" + Site.CABINET.host() + ":" + server.sites().port())
                .output();
    }

    private Path pem(String name, byte[] der) throws Exception {
        Path from = Files.write(folder.resolve(name + ".der"), der);
        Path to = folder.resolve(name + ".pem");
        new Openssl(folder).run("x509", "-inform", "DER", "-in", from.toString(), "-out", to.toString());
        return to;
    }

    private byte[] fetch(String path) throws Exception {
        return new Person(server.sites(), Site.CABINET).bytes(path);
    }
}
