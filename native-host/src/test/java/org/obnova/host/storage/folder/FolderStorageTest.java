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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.pkcs12.ForeignFile;
import org.obnova.host.task.Language;

class FolderStorageTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    private Workplace host = new Workplace(Path.of(""), FileActions.disk(), AUTHORITY.root());

    @BeforeEach
    void start() {
        host = new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }

    @Test
    void containers_areListedWithoutPassword_andADamagedFileIsLeftOutAndLeftAlone() throws IOException {
        KeyContainer whole = present("secret");
        Path files = host.home().resolve("data/containers");
        byte[] bytes = Files.readAllBytes(files.resolve(whole.id()));
        Files.write(files.resolve("truncated.p12"), Arrays.copyOf(bytes, bytes.length / 2));
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(files.resolve("spoilt.p12"), bytes);
        Files.writeString(files.resolve("notes.txt"), "not a container");
        Files.writeString(files.resolve("empty.pfx"), "");

        assertThat(computer().containers()).extracting(KeyContainer::id).containsExactly(whole.id());
        assertThat(Files.readAllBytes(files.resolve("spoilt.p12"))).isEqualTo(bytes);
        assertThat(whole.id()).matches("2026-11-22-[0-9a-f]{16}\\.p12");
    }

    /** Each of them is cheap to try; hundreds on a drive would make every list wait for minutes. Ours need no trying. */
    @Test
    void containersOfOthers_areTried_asLongAsTheEffortLasts(@TempDir Path workshop) throws IOException {
        byte[] costly = new ForeignFile(workshop)
                .key("theirs", "EC", "ec_paramgen_curve:P-256")
                .ofOpenSsl("theirs", "", "-iter 150000");
        Path files = Files.createDirectories(host.home().resolve("data/containers"));
        for (int i = 1; i <= 5; i++) {
            Files.write(files.resolve("0" + i + ".pfx"), costly);
        }
        KeyContainer ours = present("");

        assertThat(computer().containers()).extracting(KeyContainer::id).containsExactly("01.pfx", "02.pfx", ours.id());
    }

    /** Else a link on a drive would pass for a copy of what lies on the computer. */
    @Test
    void containers_behindALink_areNotOnThisMedium() throws IOException {
        KeyContainer whole = present("secret");
        Path drive = Files.createDirectory(folder.resolve("drive"));
        Files.createSymbolicLink(
                drive.resolve("copy.p12"),
                host.home().resolve("data/containers").resolve(whole.id()));
        assertThat(host.storages().folder(drive).containers()).isEmpty();
    }

    @Test
    void create_clearsAwayItsOwnLeftovers_andNothingOfOtherPrograms() throws IOException {
        Path files = Files.createDirectories(host.home().resolve("data/containers"));
        Path leftover = Files.writeString(files.resolve(".2026-11-21-0123456789abcdef.p12.new"), "cut off");
        Path foreign = Files.writeString(files.resolve(".bashrc.new"), "a person's");
        Path other = Files.writeString(files.resolve(".my-key.p12.new"), "another program's");
        present("");
        assertThat(leftover).doesNotExist();
        assertThat(foreign).exists();
        assertThat(other).exists();
    }

    @Test
    void containers_seeTheGenerationBefore_whenTheNewestIsDamaged() throws IOException {
        KeyContainer whole = present("");
        Path files = host.home().resolve("data/containers");
        String next = whole.id().replace(".p12", ".~1.p12");
        Files.writeString(files.resolve(next), "torn by a crash of a FAT medium");
        assertThat(computer().containers()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(whole.id());
            assertThat(each.chain()).isEqualTo(whole.chain());
            each.open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
        });
    }

    @Test
    void containers_readWhatOpenSslMade(@TempDir Path workshop) throws IOException {
        OpenSsl openssl = new OpenSsl(workshop);
        openssl.must(
                "req",
                "-x509",
                "-newkey",
                "gost2012_256",
                "-pkeyopt",
                "paramset:XA",
                "-nodes",
                "-keyout",
                "k.pem",
                "-subj",
                "/CN=Foreign",
                "-days",
                "300",
                "-out",
                "c.pem");
        openssl.must(
                "pkcs12",
                "-export",
                "-inkey",
                "k.pem",
                "-in",
                "c.pem",
                "-certpbe",
                "NONE",
                "-keypbe",
                "AES-256-CBC",
                "-passout",
                "pass:foreign",
                "-out",
                "c.p12");
        Path files = Files.createDirectories(host.home().resolve("data/containers"));
        Files.write(files.resolve("Чужой контейнер.P12"), openssl.get("c.p12"));

        KeyContainer foreign = computer().containers().getFirst();
        assertThat(foreign.label()).isEqualTo("Foreign");
        host.person().enters("foreigm", "foreign");
        foreign.open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
        assertThat(host.person().questions())
                .as("the first was wrong")
                .extracting(PasswordPrompt.Question::wrongBefore)
                .containsExactly(0, 1);
        String sha256 = Thumbprint.sha256(foreign.chain().getFirst());
        assertThat(host.storages().containerOf(sha256)).isPresent();
        assertThat(openssl.mustText("x509", "-in", "c.pem", "-noout", "-fingerprint", "-sha256")
                        .replace(":", "")
                        .toLowerCase(Locale.ROOT))
                .contains(sha256);
    }

    @Test
    void install_isRefused_withAWrongPassword_andChangesNothing() throws IOException {
        KeyContainer alone = created("right");
        Path file = host.home().resolve("data/containers").resolve(alone.id());
        byte[] before = Files.readAllBytes(file);
        var certificate = AUTHORITY.issue(Workplace.HOLDER.toX500Name(), alone.publicKey(), NOW);
        host.person().enters("wrong");
        assertFault(ErrorCode.CANCELLED, () -> alone.install(new FakeTask(), List.of(certificate)));
        assertThat(host.person().questions()).hasSize(2);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void install_refusesTheCertificateOfAnotherKey_andASecondCertificate() {
        KeyContainer alone = created("");
        KeyContainer other = present("");
        assertFault(ErrorCode.CERTIFICATE_KEY_MISMATCH, () -> alone.install(new FakeTask(), other.chain()));
        var second = AUTHORITY.issue(Workplace.HOLDER.toX500Name(), other.publicKey(), NOW);
        assertFault(ErrorCode.RENEWAL_CONFLICT, () -> other.install(new FakeTask(), List.of(second)));
    }

    @Test
    void ids_areStableBetweenStarts_andTellNothingOfThePath() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("Флешка бухгалтера"));
        KeyStorage first = host.storages().folder(drive);
        start();
        Storages later = host.storages();
        assertThat(later.folder(drive).id()).isEqualTo(first.id());
        assertThat(later.find(first.id())).isPresent();
        assertThat(first.id()).matches("folder-[0-9a-f]{16}");
        assertThat(first.label(Language.RU)).isEqualTo("Папка «Флешка бухгалтера»");
        assertThat(later.folder(host.home().resolve("data/containers")).id())
                .as("the computer's own folder")
                .isEqualTo("computer");
    }

    @Test
    void state_isAbsent_whenTheFolderIsGone_andTheComputerIsAlwaysThere() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        KeyStorage storage = host.storages().folder(drive);
        assertThat(storage.state()).isEqualTo(StorageState.READY);
        Files.delete(drive);
        assertThat(storage.state()).isEqualTo(StorageState.ABSENT);
        assertThat(storage.containers()).isEmpty();
        assertThat(computer().state()).isEqualTo(StorageState.READY);
        assertThat(host.home().resolve("data")).as("asking makes no folder").doesNotExist();
        assertFault(ErrorCode.STORAGE_NOT_FOUND, () -> create(storage, ""));
    }

    @Test
    void known_isEmptyAndTheFileIsKept_whenTheListOfFoldersIsDamaged() throws IOException {
        Path list = Files.createDirectories(host.home().resolve("state")).resolve("folders.json");
        Files.writeString(list, "{]");
        assertThat(host.storages().all()).hasSize(1);
        assertThat(list).hasContent("{]");
        host.storages().folder(Files.createDirectory(folder.resolve("drive")));
        assertThat(host.storages().all()).hasSize(2);
        assertThat(Objects.requireNonNull(list.getParent()).resolve("folders.json.damaged"))
                .hasContent("{]");
    }

    private KeyStorage computer() {
        return host.storages().all().getFirst();
    }

    private KeyContainer present(String password) {
        return host.present(AUTHORITY, KeyAlgorithm.EC_P256, password, NOW);
    }

    private KeyContainer created(String password) {
        return create(computer(), password);
    }

    private KeyContainer create(KeyStorage storage, String password) {
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            return host.put(storage, key, List.of(), password);
        }
    }
}
