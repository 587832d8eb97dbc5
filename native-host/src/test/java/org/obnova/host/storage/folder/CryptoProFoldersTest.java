// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.signature.Signed;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.folder.cryptopro.SampleContainer;

/** A person whose present key lies in a container of CryptoPro CSP uses it as it is. */
class CryptoProFoldersTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.GOST_2012_256, NOW);
    private static final String PASSWORD = "пароль";

    private final SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.GOST_2012_256, new SecureRandom());
    private final X509CertificateHolder certificate =
            AUTHORITY.issue(Workplace.HOLDER.toX500Name(), key.publicKey(), NOW);

    @TempDir
    private Path folder;

    private Workplace host = new Workplace(Path.of(""), FileActions.disk(), AUTHORITY.root());
    private Path drive = Path.of("");

    @BeforeEach
    void start() throws IOException {
        host = new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
        drive = Files.createDirectories(folder.resolve("drive"));
    }

    @AfterEach
    void end() {
        key.close();
    }

    @Test
    void keyOfADrive_signsADocument_andOpenSslVerifiesIt(@TempDir Path workshop) throws IOException {
        put("anna.000", sample(true).certificate(certificate));
        KeyStorage medium = host.storages().folder(drive);
        assertThat(medium.containers()).singleElement().satisfies(each -> {
            assertThat(each.label()).isEqualTo("Иванова Анна Петровна");
            assertThat(each.chain()).containsExactly(certificate);
        });
        host.person().enters("wrong", PASSWORD);
        Signed signed = host.signing()
                .sign(
                        new FakeTask(),
                        DocumentPrompt.Kind.STATEMENT,
                        "Заявление",
                        "Прошу",
                        Thumbprint.sha256(certificate));
        OpenSsl openssl = new OpenSsl(workshop)
                .put("signature", signed.cms())
                .put("text", "Прошу".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("root.der", AUTHORITY.root().getEncoded());
        openssl.must("x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
        openssl.must(
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "signature",
                "-content",
                "text",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-attime",
                String.valueOf(NOW.getEpochSecond()));
    }

    @Test
    void exportableKey_isCopiedIntoTheOpenFormat_andItsOwnContainerStaysAsItWas() throws IOException {
        put("anna.000", sample(true).certificate(certificate));
        Map<String, byte[]> before = sample(true).certificate(certificate).files();
        KeyContainer original = host.storages().folder(drive).containers().getFirst();
        host.person().enters(PASSWORD).makesUp("");
        try (SoftwareKey copied = original.export(new FakeTask(), Purpose.READ_FOR_BACKUP)) {
            KeyStorage computer = host.storages().all().getFirst();
            KeyContainer copy = computer.put(new FakeTask(), original.label(), copied, original.chain());
            assertThat(copy.publicKey()).isEqualTo(key.publicKey());
        }
        assertThat(Files.readAllBytes(drive.resolve("anna.000/header.key"))).isEqualTo(before.get("header.key"));
    }

    @Test
    void keyThatMayNotBeExported_isNotCopied() throws IOException {
        put("anna.000", sample(false).certificate(certificate));
        KeyContainer original = host.storages().folder(drive).containers().getFirst();
        assertThat(original.keyMayLeave()).isFalse();
        assertFault(ErrorCode.KEY_NOT_EXPORTABLE, () -> original.export(new FakeTask(), Purpose.READ_FOR_BACKUP));
        assertThat(host.person().questions())
                .as("nobody was asked for a password")
                .isEmpty();
    }

    @Test
    void namesInCapitals_asADisketteShowsThem_areRead() throws IOException {
        Path container = Files.createDirectories(drive.resolve("ANNA.000"));
        for (Map.Entry<String, byte[]> each :
                sample(true).certificate(certificate).files().entrySet()) {
            Files.write(container.resolve(each.getKey().toUpperCase(Locale.ROOT)), each.getValue());
        }
        assertThat(host.storages().folder(drive).containers()).hasSize(1);
    }

    @Test
    void damagedContainer_hidesNoOther() throws IOException {
        put("anna.000", sample(true).certificate(certificate));
        put("boris.000", sample(true).certificate(certificate));
        Files.write(drive.resolve("anna.000/masks.key"), new byte[] {0x30, 0});
        assertThat(host.storages().folder(drive).containers())
                .extracting(KeyContainer::id)
                .containsExactly("boris.000");
    }

    @Test
    void keyWithoutCertificate_isListedWhereNoPasswordHidesIt() throws IOException {
        put("open.000", new SampleContainer("Открытый", "", key, true));
        put("locked.000", sample(true));
        assertThat(host.storages().folder(drive).containers()).singleElement().satisfies(each -> {
            assertThat(each.label()).isEqualTo("Открытый");
            assertThat(each.publicKey()).isEqualTo(key.publicKey());
        });
    }

    private SampleContainer sample(boolean exportable) {
        return new SampleContainer("Анна", PASSWORD, key, exportable);
    }

    private void put(String name, SampleContainer container) throws IOException {
        Path target = Files.createDirectories(drive.resolve(name));
        for (Map.Entry<String, byte[]> each : container.files().entrySet()) {
            Files.write(target.resolve(each.getKey()), each.getValue());
        }
    }
}
