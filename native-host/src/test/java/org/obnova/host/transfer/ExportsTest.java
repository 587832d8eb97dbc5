// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.folder.cryptopro.SampleContainer;

class ExportsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    private Desk desk = new Desk(Path.of(""), AUTHORITY);
    private Path drive = Path.of("");

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder.resolve("home"), AUTHORITY);
        drive = Files.createDirectories(folder.resolve("drive"));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void file_opensInOpenSsl_withItsOwnPassword(ExportFormat format) {
        KeyContainer original = present(KeyAlgorithm.GOST_2012_256);
        Path file = drive.resolve("анна.pfx");
        desk.transfers().saves(format, file);
        desk.host().person().enters("original").makesUp("пароль");

        Exported exported = desk.exports().run(new FakeTask(), sha256(original));

        assertThat(exported).isEqualTo(new Exported("анна.pfx", format));
        OpenSsl openssl = new OpenSsl(drive).put("password", "пароль".getBytes(StandardCharsets.UTF_8));
        openssl.must("pkcs12", "-in", "анна.pfx", "-passin", "file:password", "-nodes", "-nocerts", "-out", "key.pem");
        openssl.must("pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "public.der");
        assertThat(PublicKeys.same(SubjectPublicKeyInfo.getInstance(openssl.get("public.der")), original.publicKey()))
                .isTrue();
        assertThat(openssl.mustText("pkcs12", "-in", "анна.pfx", "-passin", "file:password", "-nokeys"))
                .as("the certificate and its issuer")
                .hasSizeGreaterThan(0)
                .satisfies(
                        text -> assertThat(text.split("BEGIN CERTIFICATE", -1)).hasSize(3));
    }

    @Test
    void fileThatExists_isNeverOverwritten_andAnotherIsAskedFor() throws IOException {
        KeyContainer original = present(KeyAlgorithm.GOST_2012_256);
        Path taken = Files.writeString(drive.resolve("taken.pfx"), "a person's");
        Path nowhere = drive.resolve("absent/key.pfx");
        desk.transfers()
                .saves(ExportFormat.PKCS12, taken)
                .saves(ExportFormat.PKCS12, nowhere)
                .saves(ExportFormat.PKCS12, drive.resolve("free.pfx"));
        desk.host().person().enters("original").makesUp("");
        assertThat(desk.exports().run(new FakeTask(), sha256(original)).fileName())
                .isEqualTo("free.pfx");
        assertThat(taken).hasContent("a person's");
        assertThat(desk.transfers().problems()).hasSize(2);
        assertThat(desk.transfers().problems().getFirst()).startsWith("There is a file of that name already.");
    }

    @Test
    void transportContainer_isOfferedForGostKeysOnly() {
        KeyContainer original = present(KeyAlgorithm.EC_P256);
        assertFault(ErrorCode.CANCELLED, () -> desk.exports().run(new FakeTask(), sha256(original)));
        assertThat(desk.transfers().outgoing().getFirst().formats()).containsExactly(ExportFormat.PKCS12);
        assertThat(desk.transfers().outgoing().getFirst().suggested().getFileName())
                .hasToString("Иванова Анна Петровна.pfx");
        assertThat(desk.host().person().questions())
                .as("nobody was asked for a password")
                .isEmpty();
    }

    @Test
    void keyThatMayNotBeCopied_doesNotLeave() throws IOException {
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.GOST_2012_256, new SecureRandom())) {
            var certificate = AUTHORITY.issue(Workplace.HOLDER.toX500Name(), key.publicKey(), NOW);
            Desk.put(drive.resolve("anna.000"), new SampleContainer("Анна", "", key, false).certificate(certificate));
            desk.host().storages().folder(drive);
            desk.transfers().saves(ExportFormat.PKCS12, drive.resolve("key.pfx"));
            assertFault(
                    ErrorCode.KEY_NOT_EXPORTABLE,
                    () -> desk.exports().run(new FakeTask(), Thumbprint.sha256(certificate)));
            assertThat(drive.resolve("key.pfx")).doesNotExist();
        }
    }

    private KeyContainer present(KeyAlgorithm algorithm) {
        return desk.host().present(AUTHORITY, algorithm, "original", NOW);
    }

    private static String sha256(KeyContainer container) {
        return Thumbprint.sha256(container.chain().getFirst());
    }
}
