// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.personalstore.nss.NssTools;
import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.StoragePrompt.Choice;

/** The main job as the extension sees it: every method, with real keys, containers and journal. */
class RenewalOverProtocolTest {
    private static final String PASSWORD = "Пароль 1";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void renewal_goFromRequestToBackup(KeyAlgorithm algorithm) throws IOException {
        try (TestAuthority root = TestAuthority.root(algorithm, "Тестовый корень")) {
            TestHost host = host(root);
            host.ask("hello", TestHost.params().put("protocol", 1).put("language", "ru"));
            assertThat(host.ask("sites.list", TestHost.params()).get("sites")).hasSize(4);
            assertThat(host.ask("storages.list", TestHost.site())
                            .at("/storages/0/kind")
                            .asText())
                    .isEqualTo("computer");
            assertThat(host.ask("certificates.list", TestHost.site()).get("certificates"))
                    .isEmpty();

            host.person().choosesFirst().makesUp(PASSWORD);
            JsonNode made = host.ask("request.create", order(algorithm));
            assertThat(host.steps()).contains("consent", "choose-storage", "password", "generate-key", "make-request");
            assertThat(host.ask("request.create", order(algorithm)).get("request"))
                    .isEqualTo(made.get("request"));
            assertThat(host.fail("request.create", order(algorithm).put("storage", "computer")))
                    .isEqualTo("renewal_conflict");

            PKCS10CertificationRequest request = new PKCS10CertificationRequest(
                    Base64.getDecoder().decode(made.get("request").asText()));
            X509CertificateHolder certificate = root.issue(request.getSubject(), request.getSubjectPublicKeyInfo());
            host.person().enters(PASSWORD);
            JsonNode installed = host.ask("certificate.install", install(made, certificate, root));
            assertThat(installed.get("sha256").asText()).isEqualTo(Thumbprint.sha256(certificate));
            assertThat(host.ask("certificate.install", install(made, certificate, root)))
                    .isEqualTo(installed);

            JsonNode listed = host.ask("certificates.list", TestHost.site()).at("/certificates/0");
            assertThat(listed.get("sha256")).isEqualTo(installed.get("sha256"));
            assertThat(listed.get("algorithm").asText()).isEqualTo(algorithm.wireName());
            assertThat(listed.get("subject").asText()).isEqualTo("Ёлкина Анна Андреевна");

            signs(host, installed.get("sha256").asText(), root);
            copies(host, installed.get("sha256").asText());

            JsonNode renewal = host.ask("renewal.list", TestHost.site()).at("/renewals/0");
            assertThat(renewal.get("state").asText()).isEqualTo("backed-up");
            assertThat(renewal.get("certificate")).isEqualTo(installed.get("sha256"));
            JsonNode resumed = host.ask(
                    "renewal.resume",
                    TestHost.site().put("renewal", made.get("renewal").asText()));
            assertThat(resumed.get("state").asText()).isEqualTo("backed-up");
        }
    }

    @Test
    void renewal_resume_afterTheWindowWasClosed() throws IOException {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Корень")) {
            TestHost host = host(root);
            host.person().choosesFirst();
            assertThat(host.fail("request.create", order(KeyAlgorithm.EC_P256))).isEqualTo("cancelled");
            String renewal = host.ask("renewal.list", TestHost.site())
                    .at("/renewals/0/renewal")
                    .asText();

            host.person().choosesFirst().makesUp(PASSWORD);
            JsonNode resumed = host.ask("renewal.resume", TestHost.site().put("renewal", renewal));

            assertThat(resumed.get("state").asText()).isEqualTo("requested");
            assertThat(resumed.get("request").asText()).isNotEmpty();
        }
    }

    @Test
    void renewal_beGivenUp_andBegunAnew_withItsKeyAndRequest() throws IOException {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Корень")) {
            TestHost host = host(root);
            host.person().choosesFirst().makesUp(PASSWORD);
            JsonNode made = host.ask("request.create", order(KeyAlgorithm.EC_P256));
            ObjectNode renewal =
                    TestHost.site().put("renewal", made.get("renewal").asText());
            assertThat(host.fail("renewal.abandon", renewal)).isEqualTo("cancelled");
            host.person().givesUp(AbandonPrompt.Answer.KEEP_KEY);

            JsonNode abandoned = host.ask("renewal.abandon", renewal);

            assertThat(abandoned.get("key").asText()).isEqualTo("kept");
            assertThat(host.ask("renewal.abandon", renewal)).isEqualTo(abandoned);
            assertThat(host.ask("renewal.list", TestHost.site()).get("renewals"))
                    .isEmpty();
            assertThat(host.fail("renewal.resume", renewal)).isEqualTo("renewal_abandoned");
            host.person().takesTheKeyOnOffer();
            assertThat(host.ask("request.create", order(KeyAlgorithm.EC_P256)).get("request"))
                    .isEqualTo(made.get("request"));
            assertThat(host.fail("renewal.abandon", TestHost.site().put("renewal", "nothing")))
                    .isEqualTo("renewal_not_found");
        }
    }

    @Test
    void request_bringTheRenewalBack_whereTheJournalIsLost() throws IOException {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Корень")) {
            TestHost host = host(root);
            host.person().choosesFirst().makesUp(PASSWORD);
            JsonNode made = host.ask("request.create", order(KeyAlgorithm.EC_P256));
            ObjectNode known = order(KeyAlgorithm.EC_P256);
            known.set("request", made.get("request"));
            Files.move(home.resolve("state/renewals"), home.resolve("lost"));

            JsonNode again = host.ask("request.create", known);

            assertThat(again).isEqualTo(made);
            Files.move(home.resolve("state/renewals"), home.resolve("lost too"));
            Files.move(home.resolve("data/containers"), home.resolve("away"));
            assertThat(host.fail("request.create", known)).isEqualTo("container_not_found");
            assertThat(host.fail("request.create", known.put("request", "MAA=")))
                    .isEqualTo("renewal_conflict");
        }
    }

    @Test
    void receipt_beNotedDownWithItsRenewal() throws IOException {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Корень")) {
            TestHost host = host(root);
            host.person().choosesFirst().makesUp(PASSWORD).enters(PASSWORD);
            JsonNode made = host.ask("request.create", order(KeyAlgorithm.EC_P256));
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(
                    Base64.getDecoder().decode(made.get("request").asText()));
            X509CertificateHolder certificate = root.issue(request.getSubject(), request.getSubjectPublicKeyInfo());
            host.ask("certificate.install", install(made, certificate, root));
            host.person().choosesFirst().makesUp(PASSWORD).enters(PASSWORD);
            JsonNode second =
                    host.ask("request.create", order(KeyAlgorithm.EC_P256).put("application", "A-2"));
            ObjectNode receipt = document(Thumbprint.sha256(certificate), "Расписка")
                    .put("kind", "receipt")
                    .put("renewal", second.get("renewal").asText());

            host.ask("document.sign", receipt);

            assertThat(host.ask("renewal.list", TestHost.site()).get("renewals").findValuesAsText("state"))
                    .containsExactlyInAnyOrder("installed", "receipt-signed");
            assertThat(host.fail("document.sign", receipt.put("renewal", "nothing")))
                    .isEqualTo("renewal_not_found");
        }
    }

    @Test
    void wrongOrders_beRefused_beforeThePersonIsAsked() throws IOException {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Корень")) {
            TestHost host = host(root);

            assertThat(host.fail("request.create", order(KeyAlgorithm.EC_P256).put("algorithm", "rsa-1024")))
                    .isEqualTo("algorithm_unsupported");
            ObjectNode wrongInn = order(KeyAlgorithm.EC_P256);
            ((ObjectNode) wrongInn.get("subject")).put("inn", "500100732258");
            assertThat(host.fail("request.create", wrongInn)).isEqualTo("subject_invalid");
            assertThat(host.fail("document.sign", document("0".repeat(64), "a".repeat(64))))
                    .isEqualTo("document_is_hash");
            assertThat(host.fail("document.sign", document("0".repeat(64), "до\u202eпосле")))
                    .isEqualTo("document_refused");
            assertThat(host.steps()).isEmpty();
            assertThat(host.fail("document.sign", document("0".repeat(64), "Заявление")))
                    .isEqualTo("container_not_found");
            assertThat(host.fail("renewal.resume", TestHost.site().put("renewal", "nothing")))
                    .isEqualTo("renewal_not_found");
            ObjectNode notDer = TestHost.site().put("renewal", "x").put("certificate", "AAAA");
            notDer.putArray("chain");
            assertThat(host.fail("certificate.install", notDer)).isEqualTo("certificate_invalid");
        }
    }

    @Test
    void certificate_goIntoTheStoresOfOtherPrograms_andBeFoundThereTheNextTime() throws IOException {
        NssTools chromium = NssTools.database(home.resolve("person/.pki/nssdb"));
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Корень")) {
            TestHost host = host(root);
            host.person().choosesFirst().makesUp(PASSWORD);
            JsonNode made = host.ask("request.create", order(KeyAlgorithm.EC_P256));
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(
                    Base64.getDecoder().decode(made.get("request").asText()));
            X509CertificateHolder certificate = root.issue(request.getSubject(), request.getSubjectPublicKeyInfo());
            host.person().enters(PASSWORD);
            String sha256 = host.ask("certificate.install", install(made, certificate, root))
                    .get("sha256")
                    .asText();
            ObjectNode wish = TestHost.site().put("certificate", sha256);

            host.person().enters(PASSWORD);
            assertThat(host.ask("certificate.publish", wish).toString())
                    .isEqualTo("{\"stores\":[{\"name\":\"Chromium, Google Chrome\",\"state\":\"installed\"}]}");
            assertThat(chromium.certutil("-L")).containsPattern("Ёлкина Анна Андреевна +u,u,u");

            host.person().enters(PASSWORD);
            assertThat(host.ask("certificate.publish", wish)
                            .at("/stores/0/state")
                            .asText())
                    .isEqualTo("already");
            assertThat(host.person().consents())
                    .as("its own renewal goes on")
                    .containsOnly(Operation.RENEW)
                    .isNotEmpty();
        }
    }

    private TestHost host(TestAuthority root) throws IOException {
        TestHost host = new TestHost(home, InstantSource.fixed(TestAuthority.during()));
        host.configure(base64(root.certificate()));
        return host;
    }

    private void signs(TestHost host, String sha256, TestAuthority root) throws IOException {
        OpenSsl openssl = new OpenSsl(home);
        openssl.put("root.der", root.certificate().getEncoded());
        openssl.must("x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
        String at = String.valueOf(TestAuthority.during().getEpochSecond());

        host.person().enters(PASSWORD);
        JsonNode signed = host.ask("document.sign", document(sha256, "Заявление\nо выпуске\n"));
        openssl.put("text", "Заявление\nо выпуске\n".getBytes(StandardCharsets.UTF_8));
        openssl.put("cms", Base64.getDecoder().decode(signed.get("signature").asText()));
        openssl.must(
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "cms",
                "-content",
                "text",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-attime",
                at,
                "-out",
                "out");

        host.person().enters(PASSWORD);
        JsonNode login = host.ask(
                "authentication.sign",
                TestHost.site().put("certificate", sha256).put("nonce", "0123456789abcdef"));
        assertThat(login.get("text").asText())
                .isEqualTo("Вход на сайт: https://ca.example\nОдноразовый код: 0123456789abcdef\nВремя: "
                        + TestAuthority.during());
        openssl.put("text", login.get("text").asText().getBytes(StandardCharsets.UTF_8));
        openssl.put("cms", Base64.getDecoder().decode(login.get("signature").asText()));
        openssl.must(
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "cms",
                "-content",
                "text",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-attime",
                at,
                "-out",
                "out");
    }

    private void copies(TestHost host, String sha256) throws IOException {
        Path folder = Files.createDirectory(home.resolve("Копии"));
        host.person()
                .chooses(offers -> new Choice.OtherFolder(folder))
                .enters(PASSWORD)
                .makesUp("Пароль 2");
        assertThat(host.ask("container.copy", TestHost.site().put("certificate", sha256))
                        .get("verified")
                        .asBoolean())
                .isTrue();
        assertThat(folder).isNotEmptyDirectory();
    }

    private static ObjectNode document(String sha256, String text) {
        return TestHost.site()
                .put("kind", "statement")
                .put("title", "Заявление")
                .put("text", text)
                .put("certificate", sha256);
    }

    private static ObjectNode order(KeyAlgorithm algorithm) {
        ObjectNode params = TestHost.site().put("application", "A-1").put("algorithm", algorithm.wireName());
        params.putObject("subject")
                .put("commonName", "Ёлкина Анна Андреевна")
                .put("surname", "Ёлкина")
                .put("givenName", "Анна Андреевна")
                .put("country", "RU")
                .put("snils", "11223344595")
                .put("inn", "500100732259");
        return params;
    }

    private static ObjectNode install(JsonNode made, X509CertificateHolder certificate, TestAuthority root)
            throws IOException {
        ObjectNode params =
                TestHost.site().put("renewal", made.get("renewal").asText()).put("certificate", base64(certificate));
        params.putArray("chain").add(base64(root.certificate()));
        return params;
    }

    private static String base64(X509CertificateHolder certificate) throws IOException {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }
}
