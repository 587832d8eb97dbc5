// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Workplace.NOW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Random;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;

/** {@code container.archive}, {@code backups.list} and {@code document.decrypt}, as frames. */
class ArchiveOverProtocolTest {
    @TempDir
    private Path folder;

    private final TestAuthority authority = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @SuppressWarnings("NullAway.Init")
    private TestHost host;

    @SuppressWarnings("NullAway.Init")
    private OpenSsl openssl;

    private String certificate = "";

    @BeforeEach
    void oldCertificate() throws IOException {
        Path home = folder.resolve("home");
        host = new TestHost(home, InstantSource.fixed(NOW));
        host.configure();
        Workplace before = new Workplace(home, FileActions.disk(), authority.root());
        Path drive = folder.resolve("drive");
        X509CertificateHolder old = before.presentIn(
                        before.storages().folder(drive), authority, KeyAlgorithm.EC_P256, "old", NOW)
                .chain()
                .getFirst();
        certificate = Thumbprint.sha256(old);
        openssl = new OpenSsl(folder).put("leaf.der", old.getEncoded());
        openssl.must("x509", "-inform", "DER", "-in", "leaf.der", "-out", "leaf.pem");
    }

    @Test
    void aDocument_isDecrypted_withAKeyThatWasArchived() throws IOException {
        ObjectNode order = TestHost.site();
        order.putArray("certificates").add(certificate).add("0".repeat(64));
        host.person().makesUp("archive").enters("old");
        JsonNode archived = host.ask("container.archive", order);
        assertThat(archived.get("archived")).hasSize(1);
        assertThat(archived.at("/left/0/reason").asText()).isEqualTo("container_not_found");

        JsonNode backup = host.ask("backups.list", TestHost.site()).at("/backups/0");
        assertThat(backup.get("storage").asText()).isEqualTo("computer");
        assertThat(backup.get("present").asBoolean()).isTrue();

        host.person().enters("archive");
        JsonNode part = host.ask(
                "document.decrypt",
                TestHost.site().put("message", encrypted("Отчёт".getBytes(StandardCharsets.UTF_8))));
        assertThat(new String(part.get("content").binaryValue(), StandardCharsets.UTF_8))
                .isEqualTo("Отчёт");
        assertThat(part.get("certificate").asText()).isEqualTo(certificate);
        assertThat(host.steps()).contains("decrypt", "password");
    }

    @Test
    void aLargeDocument_comesInParts_afterOneWindow() throws IOException {
        byte[] text = new byte[5_000_000];
        new Random(1).nextBytes(text);
        host.person().enters("old");
        JsonNode part = host.ask("document.decrypt", TestHost.site().put("message", encrypted(text)));
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        got.writeBytes(part.get("content").binaryValue());
        while (part.has("next")) {
            part = host.ask(
                    "document.decrypt",
                    TestHost.site().put("cursor", part.get("next").asText()));
            assertThat(part.get("offset").asInt()).isEqualTo(got.size());
            got.writeBytes(part.get("content").binaryValue());
        }
        assertThat(got.toByteArray()).isEqualTo(text);
        assertThat(host.person().encrypted()).hasSize(1);
        assertThat(host.fail("document.decrypt", TestHost.site().put("cursor", "00-1")))
                .isEqualTo("decryption_forgotten");

        host.person().enters("old");
        String next = host.ask("document.decrypt", TestHost.site().put("message", encrypted(text)))
                .get("next")
                .asText();
        host.ask(
                "consents.revoke",
                TestHost.params().put("origin", TestHost.ORIGIN).put("operation", "decrypt"));
        assertThat(host.fail("document.decrypt", TestHost.site().put("cursor", next)))
                .as("no longer allowed")
                .isEqualTo("decryption_forgotten");
    }

    @Test
    void whatIsNoMessage_orTooLarge_isToldByItsName() throws IOException {
        assertThat(host.fail("document.decrypt", TestHost.site().put("message", "MAA=")))
                .isEqualTo("message_damaged");
        byte[] large = new byte[(8 << 20) + 1];
        new SecureRandom().nextBytes(large);
        assertThat(host.fail(
                        "document.decrypt",
                        TestHost.site().put("message", Base64.getEncoder().encodeToString(large))))
                .isEqualTo("message_too_large");
        openssl.must(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "k",
                "-out",
                "leaf.pem",
                "-subj",
                "/CN=Another");
        assertThat(host.fail("document.decrypt", TestHost.site().put("message", encrypted(new byte[1]))))
                .isEqualTo("message_not_addressed");
    }

    private String encrypted(byte[] text) {
        openssl.put("text", text)
                .must(
                        "cms",
                        "-encrypt",
                        "-binary",
                        "-in",
                        "text",
                        "-aes256",
                        "-outform",
                        "DER",
                        "-out",
                        "message",
                        "leaf.pem");
        return Base64.getEncoder().encodeToString(openssl.get("message"));
    }
}
