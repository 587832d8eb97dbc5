// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.obnova.host.person.Workplace.NOW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.decryption.Decryption;
import org.obnova.host.decryption.DecryptionPrompt;
import org.obnova.host.entropy.EntropyRecording;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.log.FileLog;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FaultyActions;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.PinChange;
import org.obnova.host.storage.token.module.Modules;
import org.obnova.host.storage.token.pin.NoRememberedPins;

/** {@code backups}, {@code certificates archive}, {@code decrypt}. */
class ArchiveCommandsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    private FileActions disk = FileActions.disk();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @SuppressWarnings("NullAway.Init")
    private Workplace host;

    @SuppressWarnings("NullAway.Init")
    private X509CertificateHolder certificate;

    @BeforeEach
    void drive() throws IOException {
        host = new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
        Files.createDirectory(folder.resolve("drive"));
        certificate = host.presentIn(
                        host.storages().folder(folder.resolve("drive")), AUTHORITY, KeyAlgorithm.EC_P256, "old", NOW)
                .chain()
                .getFirst();
    }

    @Test
    void archive_copyACertificate_andBackupsNameIt() throws IOException {
        String sha256 = Thumbprint.sha256(certificate);
        host.person().makesUp("new").enters("old");
        assertThat(run("certificates", "archive", sha256)).as(err()).isZero();
        assertThat(out()).isEqualTo("в архиве: " + sha256 + "\n");

        out.reset();
        assertThat(run("backups")).isZero();
        assertThat(out()).contains("Этот компьютер", "на месте", sha256);

        out.reset();
        assertThat(run("backups", "--json")).isZero();
        JsonNode backup = new ObjectMapper().readTree(out()).at("/backups/0");
        assertThat(backup.get("storage").asText()).isEqualTo("computer");
        assertThat(backup.get("present").asBoolean()).isTrue();
    }

    @Test
    void archive_sayWhatWasNotCopied_andWhy() {
        assertThat(run("certificates", "archive", "0".repeat(64))).isEqualTo(1);
        assertThat(out()).startsWith("не скопирован: " + "0".repeat(64) + "\n  ");
        assertThat(run("certificates", "archive")).as("neither").isEqualTo(2);
        assertThat(run("certificates", "archive", "--expired", "0".repeat(64)))
                .as("both")
                .isEqualTo(2);
        assertThat(run("certificates", "archive", "xyz")).isEqualTo(2);
    }

    @Test
    void decrypt_writeAFileForThisPersonAlone_ofDerAndOfPem() throws IOException {
        OpenSsl openssl = new OpenSsl(folder).put("leaf.der", certificate.getEncoded());
        openssl.put("text", "Отчёт".getBytes(StandardCharsets.UTF_8));
        openssl.must("x509", "-inform", "DER", "-in", "leaf.der", "-out", "leaf.pem");
        for (String form : List.of("DER", "PEM")) {
            openssl.must(
                    "cms", "-encrypt", "-binary", "-in", "text", "-aes256", "-outform", form, "-out", form, "leaf.pem");
            Path plain = folder.resolve("plain-" + form);
            host.person().enters("old");
            assertThat(run("decrypt", folder.resolve(form).toString(), "-o", plain.toString()))
                    .as(err())
                    .isZero();
            assertThat(plain).hasContent("Отчёт");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)))
                    .isEqualTo("rw-------");
        }
        assertThat(host.person().encrypted()).as("no window asks whether").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "FAILED"})
    void decrypt_leaveNoHalfOfAFile_whereTheWriteFails(FaultyActions.Mishap mishap) throws IOException {
        OpenSsl openssl = new OpenSsl(folder).put("leaf.der", certificate.getEncoded());
        openssl.put("text", "Отчёт".getBytes(StandardCharsets.UTF_8));
        openssl.must("x509", "-inform", "DER", "-in", "leaf.der", "-out", "leaf.pem");
        openssl.must(
                "cms", "-encrypt", "-binary", "-in", "text", "-aes256", "-outform", "DER", "-out", "cms", "leaf.pem");
        Path plain = folder.resolve("plain");
        for (int point = 1; point <= 4; point++) {
            disk = new FaultyActions(mishap, point, true);
            host.person().enters("old");

            assertThat(run("decrypt", folder.resolve("cms").toString(), "-o", plain.toString()))
                    .as("point " + point + err())
                    .isEqualTo(1);
            assertThat(plain).doesNotExist();
        }
        assertThat(err()).contains(mishap == FaultyActions.Mishap.FULL ? "storage_full" : "storage_failed");
    }

    @Test
    void decrypt_neverReplaceAFile_andTellWhatIsWrong() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "mine");
        assertThat(run("decrypt", there.toString(), "-o", there.toString())).isEqualTo(2);
        assertThat(there).hasContent("mine");
        assertThat(run(
                        "decrypt",
                        folder.resolve("nothing").toString(),
                        "-o",
                        folder.resolve("out").toString()))
                .isEqualTo(2);
        assertThat(run("decrypt", there.toString(), "-o", folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(err()).contains("1406 message_damaged");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int run(String... args) {
        err.reset();
        return ObnovaCommandLine.run(
                args, Terminal.of(InputStream.nullInputStream(), out, err, Map.of("LANG", "ru_RU.UTF-8")), offer());
    }

    private Offer offer() {
        return new Offer(
                "9.8.7",
                host::storages,
                () -> new Modules(List.of(), List.of(), List.of()),
                () -> new EntropyRecording(host.person()),
                () -> fail("nothing is imported here"),
                () -> fail("nothing is exported here"),
                () -> new PinChange(host.storages()),
                NoRememberedPins::new,
                () -> fail("no renewals here"),
                () -> fail("no keys here"),
                new ArchiveOffer(
                        host::backupNotes,
                        host::archive,
                        () -> new Decryption(host.storages(), DecryptionPrompt.none(), new SecureRandom()),
                        (file, content) -> new DurableFiles(disk).createAlone(file, content)),
                new CareOffer(
                        () -> fail("nothing is checked here"),
                        () -> fail("nothing is reported here"),
                        InstantSource.fixed(NOW),
                        () -> fail("no sites here"),
                        prompt -> fail("no sites here"),
                        () -> fail("no consents here")),
                () -> fail("nothing is set up here"),
                new FileLog(() -> folder.resolve("host.log"), InstantSource.fixed(NOW)));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
