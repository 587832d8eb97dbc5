// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.obnova.demo.Openssl;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.ca.KeyFile;
import org.obnova.demo.notifications.Inbox;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.web.Site;

/**
 * A renewal through the pages of a real server, with nothing prepared: the person's key comes from the handout, the codes from the
 * inbox, and openssl does what the host would do. The files that the cabinet gives at the end are verified by openssl again.
 */
final class RenewalWalk {
    private static final String PHONE = "+79000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final CaProfile profile;
    private final Function<Site, Person> people;
    private final Inbox inbox;
    private final Openssl openssl;
    private byte[] statement = new byte[0];

    /**
     * A walk.
     *
     * @param folder with the data folder {@code data}
     * @param people somebody new at a site
     * @param inbox the server's
     */
    RenewalWalk(Path folder, CaProfile profile, Function<Site, Person> people, Inbox inbox) {
        this.folder = folder;
        this.profile = profile;
        this.people = people;
        this.inbox = inbox;
        this.openssl = new Openssl(folder);
    }

    /** Walks to the end, and looks at the portal. */
    void toTheEnd() throws Exception {
        KeyFile old = handedOut();
        Person person = loggedIn();
        String path = toTheRequest(person, old);

        JsonNode order = json(person, path + "/order");
        assertThat(order.get("algorithm").asText()).isEqualTo(profile.protocolName());
        Path key = openssl.key(profile);
        done(person, path + "/request", "request", openssl.request(key, profile, subject(order)), "");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> person.fetch(path + "/document").statusCode() == 200);
        byte[] receipt = json(person, path + "/document").get("text").asText().getBytes(UTF_8);
        person.open(path);
        done(person, path + "/receipt", "signature", openssl.sign(old, profile, receipt), "install");

        JsonNode installation = json(person, path + "/installation");
        done(person, path + "/installed", "", new byte[0], "done");
        verifyArtefacts(person, path, statement, receipt, key, installation);
        assertThat(portal())
                .contains("data-obnova-certificate=\""
                        + installation.get("sha256").asText());
    }

    /** The holder, logged in to the cabinet. */
    Person loggedIn() throws Exception {
        Person person = people.apply(Site.CABINET);
        logIn(person);
        return person;
    }

    /** To where the request for the new certificate is awaited; returns the application's path. */
    String toTheRequest(Person person) throws Exception {
        return toTheRequest(person, handedOut());
    }

    private String toTheRequest(Person person, KeyFile old) throws Exception {
        String path = begun(person, onThePortal("due\"[^>]*data-obnova-days=\"27"));
        statement = json(person, path + "/document").get("text").asText().getBytes(UTF_8);
        person.open(path);
        done(person, path + "/statement", "signature", openssl.sign(old, profile, statement), "request");
        done(person, path + "/agreement", "", new byte[0], "request");
        return path;
    }

    /** To where documents are uploaded, since the old certificate has ended. */
    String toTheDocuments(Person person) throws Exception {
        String path = begun(person, onThePortal("expired"));
        if (person.open(path).headers().firstValue("Location").isEmpty()) {
            person.submit(path + "/paper", Map.of());
        }
        return path;
    }

    private static String begun(Person person, String sha256) throws Exception {
        String path = person.open("/renewals/new?certificate=" + sha256)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        person.open(path);
        person.submit(path + "/begin", Map.of());
        person.submit(path + "/data", Map.of("consent", "yes"));
        return path;
    }

    /** As the order of an application says. */
    static CertificateSubject subject(Person person, String path) throws Exception {
        return subject(json(person, path + "/order"));
    }

    private KeyFile handedOut() throws IOException {
        Path handout = folder.resolve("data/handout");
        char[] password = Files.readString(handout.resolve("password.txt")).toCharArray();
        return KeyFile.open(Files.readAllBytes(handout.resolve("korableva-1.p12")), password);
    }

    private String portal() throws Exception {
        return people.apply(Site.EXTERN).open("/").body();
    }

    private String onThePortal(String renewal) throws Exception {
        var row = Pattern.compile(
                        "data-obnova-certificate=\"([0-9a-f]{64})\"[^>]*data-obnova-renewal=\"" + renewal + "\"")
                .matcher(portal());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private void logIn(Person person) throws Exception {
        person.open("/sign-in");
        person.submit("/sign-in/phone", Map.of("phone", new Phone(PHONE).display()));
        Message call = inbox.latestTo(PHONE, 1).getFirst();
        String digits = call.from().replaceAll("[^0-9]", "");
        person.submit("/sign-in/code", Map.of("code", digits.substring(digits.length() - 4)));
        person.open("/");
    }

    private static JsonNode json(Person person, String path) throws Exception {
        HttpResponse<String> answer = person.fetch(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void done(Person person, String path, String name, byte[] der, String state) throws Exception {
        String body = name.isEmpty()
                ? "{}"
                : "{\"" + name + "\":\"" + Base64.getEncoder().encodeToString(der) + "\"}";
        HttpResponse<String> answer = person.post(path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(state);
    }

    private static CertificateSubject subject(JsonNode order) {
        JsonNode subject = order.get("subject");
        return new CertificateSubject(
                subject.get("commonName").asText(),
                subject.get("surname").asText(),
                subject.get("givenName").asText(),
                subject.get("country").asText(),
                subject.get("snils").asText(),
                subject.get("inn").asText(),
                subject.get("email").asText());
    }

    private void verifyArtefacts(
            Person person, String path, byte[] statement, byte[] receipt, Path key, JsonNode installation)
            throws Exception {
        Path chain = file(person, path, "chain.pem");
        Path certificate = file(person, path, "certificate.pem");
        assertThat(openssl.run("verify", "-engine", "gost", "-CAfile", chain.toString(), certificate.toString())
                        .output())
                .contains(": OK");
        assertThat(openssl.run(
                                "req",
                                "-verify",
                                "-engine",
                                "gost",
                                "-noout",
                                "-in",
                                file(person, path, "request.csr").toString())
                        .output())
                .containsIgnoringCase("verify OK");
        signed(person, path, "statement", statement, chain);
        signed(person, path, "receipt", receipt, chain);
        String der = Files.readString(certificate, US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        assertThat(installation.get("certificate").asText()).isEqualTo(der);
        assertThat(openssl.run(
                                "cms",
                                "-sign",
                                "-engine",
                                "gost",
                                "-binary",
                                "-signer",
                                certificate.toString(),
                                "-inkey",
                                key.toString(),
                                "-in",
                                chain.toString(),
                                "-out",
                                folder.resolve("proof").toString())
                        .ok())
                .as("the certificate is of the key that openssl made")
                .isTrue();
    }

    private void signed(Person person, String path, String name, byte[] text, Path chain) throws Exception {
        Path content = file(person, path, name + ".txt");
        assertThat(Files.readAllBytes(content)).isEqualTo(text);
        Openssl.Result verified = openssl.run(
                "cms",
                "-verify",
                "-cades",
                "-engine",
                "gost",
                "-binary",
                "-inform",
                "DER",
                "-in",
                file(person, path, name + ".p7s").toString(),
                "-content",
                content.toString(),
                "-CAfile",
                chain.toString(),
                "-out",
                folder.resolve("verified").toString());
        assertThat(verified.output()).contains("CAdES Verification successful");
    }

    private Path file(Person person, String path, String name) throws Exception {
        return openssl.file(name, person.bytes(path + "/files/" + name));
    }
}
