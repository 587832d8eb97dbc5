// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Openssl;
import org.obnova.demo.Wiring;
import org.obnova.demo.agencies.Mood;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.KeyFile;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.gateways.GatewaySettings;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.registers.Agency;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.web.Site;

/**
 * «Проверьте и загрузите документы»: the statement that is signed by certificate, and below it the documents, on one page; in 2017 the statement came before. The register of
 * organisations is silent, so there is something to upload.
 */
class OnePageOverHttpTest {
    private static final String ACCOUNTANT = "korableva";
    private static final String PHONE = "+79000000001";

    @TempDir
    Path folder;

    @Test
    void documents_areUploadedBesideTheUnsignedStatement_andAreThereOnceItIsSigned() throws Exception {
        try (Wiring server = start("current")) {
            Person holder = loggedIn(server);
            String path = confirmed(server, holder);
            String page = holder.open(path).body();
            assertThat(page)
                    .contains(
                            "data-step=\"statement\"",
                            "<h1 id=\"title\"",
                            "Проверьте и загрузите документы",
                            "sign-statement",
                            "data-testid=\"upload-egrul\"",
                            "СНИЛС подтверждён СФР");

            HttpResponse<String> refused = upload(holder, path, Scans.jpeg(1700, 2400, 150));
            assertThat(refused.body())
                    .as("the reason stands beside the document, and the statement is still there")
                    .contains("data-step=\"statement\"", "data-problem=\"upload_resolution\"", "sign-statement");
            assertThat(upload(holder, path, Scans.jpeg(1700, 2400, 300)).statusCode())
                    .isEqualTo(303);
            assertThat(holder.open(path).body()).contains("data-step=\"statement\"", "egrul.jpg", "загружен");

            String text = new ObjectMapper()
                    .readTree(holder.fetch(path + "/document").body())
                    .get("text")
                    .asText();
            holder.open(path);
            String body = "{\"signature\":\"" + Base64.getEncoder().encodeToString(signed(text)) + "\"}";
            assertThat(holder.post(path + "/statement", body).body()).contains("documents");
            assertThat(holder.open(path + "/documents").body())
                    .contains("data-testid=\"statement-signed\"", "egrul.jpg");
        }
    }

    @Test
    void in2017_theStatementIsSignedBefore() throws Exception {
        try (Wiring server = start("2017")) {
            Person holder = loggedIn(server);
            String page = holder.open(confirmed(server, holder)).body();

            assertThat(page)
                    .contains("data-step=\"statement\"", "Подпишите заявление")
                    .doesNotContain("upload-egrul", "data-testid=\"beside\"");
        }
    }

    private Wiring start(String regime) throws Exception {
        Wiring server = Wiring.start(
                new Wiring.Settings(
                        0,
                        folder.resolve("data"),
                        CaProfile.EC,
                        Duration.ZERO,
                        List.of(),
                        GatewaySettings.NONE,
                        RegimeFile.preset(regime),
                        TestDatabase.shared()),
                InstantSource.system(),
                new SecureRandom());
        server.services().agencies().become(Agency.FNS, Mood.DOWN);
        return server;
    }

    private static Person loggedIn(Wiring server) throws Exception {
        Person holder = new Person(server.sites(), Site.CABINET);
        holder.open("/sign-in");
        holder.submit("/sign-in/phone", Map.of("phone", PHONE));
        Message sent = server.services().inbox().latestTo(PHONE, 1).getFirst();
        boolean call = sent.kind() == Message.Kind.CALL;
        String digits = (call ? sent.from() : sent.text()).replaceAll("\\D", "");
        holder.submit("/sign-in/code", Map.of("code", call ? digits.substring(digits.length() - 4) : digits));
        holder.open("/");
        return holder;
    }

    /** The path of her renewal, whose data are confirmed. */
    private static String confirmed(Wiring server, Person holder) throws Exception {
        HolderCertificate due =
                server
                        .services()
                        .holders()
                        .certificates(
                                server.services().holders().byId(ACCOUNTANT).orElseThrow())
                        .stream()
                        .filter(held -> held.daysLeft() == 27)
                        .findFirst()
                        .orElseThrow();
        String path = holder.open("/renewals/new?certificate=" + due.issued().sha256())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        holder.open(path);
        holder.submit(path + "/begin", Map.of());
        holder.submit(path + "/data", Map.of("consent", "yes"));
        return path;
    }

    private static HttpResponse<String> upload(Person holder, String path, byte[] scan) throws Exception {
        return holder.upload(path + "/documents", Map.of("kind", "egrul"), "egrul.jpg", scan);
    }

    private byte[] signed(String text) throws Exception {
        Path handout = folder.resolve("data/handout");
        char[] password = Files.readString(handout.resolve("password.txt")).toCharArray();
        KeyFile key = KeyFile.open(Files.readAllBytes(handout.resolve("korableva-1.p12")), password);
        return new Openssl(folder).sign(key, CaProfile.EC, text.getBytes(UTF_8));
    }
}
