// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
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
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.secret.Secret;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeySource;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Choice;
import org.obnova.host.storage.folder.cryptopro.SampleContainer;
import org.obnova.host.storage.folder.pkcs12.ForeignFile;
import org.obnova.host.storage.folder.tc26.TransportPfx;

class ImportsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.GOST_2012_256, NOW);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.GOST_2012_256, RANDOM);
    private final X509CertificateHolder certificate =
            AUTHORITY.issue(Workplace.HOLDER.toX500Name(), key.publicKey(), NOW);

    @TempDir
    private Path folder;

    private Desk desk = new Desk(Path.of(""), AUTHORITY);
    private Path drive = Path.of("");

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder.resolve("home"), AUTHORITY);
        drive = Files.createDirectories(folder.resolve("drive"));
    }

    @AfterEach
    void end() {
        key.close();
    }

    @Test
    void encryptedFile_isCopied_andStaysAsItWas() throws IOException {
        Path file = transport("анна.pfx", "пароль");
        byte[] before = Files.readAllBytes(file);
        desk.transfers().names(file).copies();
        desk.host().person().enters("wrong", "пароль").choosesFirst().makesUp("new");

        Imported imported = desk.imports().run(new FakeTask());

        assertThat(imported.copied()).isTrue();
        assertThat(imported.container().storage().id()).isEqualTo("computer");
        assertThat(imported.container().chain()).containsExactly(certificate, AUTHORITY.root());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(desk.host().person().questions())
                .extracting(PasswordPrompt.Question::purpose)
                .containsExactly(Purpose.READ_FOR_IMPORT, Purpose.READ_FOR_IMPORT, Purpose.NEW_IMPORT);
        assertSigns("new");
    }

    @Test
    void encryptedFile_isUsedFromWhereItLies_alsoByALaterHost_andAsksForItsPasswordEachTime() throws IOException {
        Path file = transport("анна.pfx", "пароль");
        assertThat(desk.host().storages().folder(drive).containers()).isEmpty();
        desk.transfers().names(file).stays();
        desk.host().person().enters("пароль");

        Imported imported = desk.imports().run(new FakeTask());

        assertThat(imported.copied()).isFalse();
        assertThat(imported.container().label()).isEqualTo("Иванова Анна Петровна");
        desk = new Desk(folder.resolve("home"), AUTHORITY);
        assertSigns("wrong", "пароль");
        assertSigns("пароль");
        assertThat(desk.host().storages().all().getFirst().containers())
                .as("nothing was copied")
                .isEmpty();
    }

    /** What was remembered belongs to these octets. */
    @Test
    void fileThatWasReplaced_isNotTakenForTheOneThatWasOpened() throws IOException {
        Path file = transport("анна.pfx", "пароль");
        desk.transfers().names(file).stays();
        desk.host().person().enters("пароль");
        desk.imports().run(new FakeTask());
        assertThat(desk.host().storages().folder(drive).containers()).hasSize(1);
        try (Secret password = Secret.ofPassword("другой".toCharArray())) {
            Files.write(file, TransportPfx.seal(key, List.of(certificate), "x", password, RANDOM));
        }
        assertThat(desk.host().storages().folder(drive).containers()).isEmpty();
    }

    @Test
    void listOfSeenFilesThatIsDamaged_hidesNothingElse_andIsKeptAside() throws IOException {
        Path list = Files.createDirectories(folder.resolve("home/state")).resolve("seen.json");
        Files.writeString(list, "damaged");
        assertThat(desk.host().storages().folder(drive).containers()).isEmpty();
        desk.transfers().names(transport("анна.pfx", "пароль")).stays();
        desk.host().person().enters("пароль");
        desk.imports().run(new FakeTask());
        assertThat(desk.host().storages().folder(drive).containers()).hasSize(1);
        assertThat(list.resolveSibling("seen.json.damaged")).hasContent("damaged");
    }

    @Test
    void oneOfSeveralKeys_isChosen() throws IOException {
        Path workshop = Files.createDirectories(folder.resolve("workshop"));
        Path file = drive.resolve("store.p12");
        Files.write(file, new ForeignFile(workshop).ofKeytool("secret-1", "", "one", "two"));
        desk.transfers().names(file).copies(1);
        desk.host().person().enters("secret-1").choosesFirst().makesUp("");
        Imported imported = desk.imports().run(new FakeTask());
        assertThat(desk.transfers().shown().getFirst().keys())
                .extracting(KeySource.Found::label)
                .containsExactly("one", "two");
        assertThat(imported.container().label()).isEqualTo("two");
    }

    @Test
    void severalKeysOfAFileUsedFromWhereItLies_areAllListed_eachWithItsOwnKey() throws IOException {
        Path workshop = Files.createDirectories(folder.resolve("workshop"));
        Path file = drive.resolve("store.p12");
        Files.write(file, new ForeignFile(workshop).ofKeytool("secret-1", "", "one", "two"));
        desk.transfers().names(file).stays();
        desk.host().person().enters("secret-1");
        desk.imports().run(new FakeTask());
        List<KeyContainer> listed = desk.host().storages().folder(drive).containers();
        assertThat(listed).extracting(KeyContainer::label).containsExactly("one", "two");
        assertThat(listed).extracting(KeyContainer::id).doesNotHaveDuplicates();
        for (KeyContainer each : listed) {
            desk.host().person().enters("secret-1");
            try (var opened = each.open(new FakeTask(), Purpose.SIGN_DOCUMENT)) {
                assertThat(opened.publicKey()).isEqualTo(each.publicKey());
            }
        }
    }

    @Test
    void containerOfCryptoPro_isCopied_whetherItsFolderIsNamedOrAFileInIt() throws IOException {
        SampleContainer sample = new SampleContainer("Анна", "секрет", key, true).certificate(certificate);
        Path container = Desk.put(drive.resolve("anna.000"), sample);
        desk.transfers().names(container.resolve("header.key")).copies();
        desk.host().person().enters("секрет").choosesFirst().makesUp("");
        assertThat(desk.imports().run(new FakeTask()).container().publicKey()).isEqualTo(key.publicKey());
        assertSigns();
    }

    @Test
    void containerOfCryptoProThatMayNotBeCopied_isUsedFromWhereItLies_andNotCopied() throws IOException {
        SampleContainer sample = new SampleContainer("Анна", "", key, false).certificate(certificate);
        Path container = Desk.put(drive.resolve("anna.000"), sample);
        desk.transfers().names(container, container).copies().stays();
        assertFault(ErrorCode.KEY_NOT_EXPORTABLE, () -> desk.imports().run(new FakeTask()));
        assertThat(desk.transfers().shown().getFirst().keys().getFirst().mayLeave())
                .isFalse();
        assertThat(desk.imports().run(new FakeTask()).copied()).isFalse();
        assertSigns();
    }

    @Test
    void keyThatIsOnTheMediumAlready_isNamed_andTheWindowSaysSo() throws IOException {
        Path file = transport("анна.pfx", "пароль");
        desk.transfers().names(file, file).copies().copies();
        desk.host().person().enters("пароль", "пароль").choosesFirst().makesUp("");
        Imported first = desk.imports().run(new FakeTask());
        Path own = folder.resolve("home/data/containers");
        desk.host().person().chooses(offers -> new Choice.OtherFolder(own));
        Imported second = desk.imports().run(new FakeTask());
        assertThat(second.container().id()).isEqualTo(first.container().id());
        assertThat(second.copied()).as("the original may be the only one").isFalse();
        assertThat(desk.host().person().offers().getLast().getFirst().whyNot()).isEqualTo("this key is here already");
    }

    @Test
    void whatIsNoContainer_isAskedForAgain_withTheReason() throws IOException {
        Path text = Files.writeString(drive.resolve("notes.pfx"), "not a container");
        byte[] whole = Files.readAllBytes(transport("анна.pfx", "пароль"));
        Path cut = Files.write(drive.resolve("cut.pfx"), Arrays.copyOf(whole, whole.length - 40));
        Path onlyCertificates = Files.write(
                drive.resolve("certificates.p12"),
                new ForeignFile(Files.createDirectories(folder.resolve("workshop")))
                        .key("theirs", "EC", "ec_paramgen_curve:P-256")
                        .ofOpenSsl("theirs", "secret-1", "-nokeys"));
        desk.transfers().names(drive.resolve("absent.pfx"), drive, text, cut, onlyCertificates);
        desk.host().person().enters("secret-1");
        assertFault(ErrorCode.CANCELLED, () -> desk.imports().run(new FakeTask()));
        assertThat(desk.transfers().problems())
                .extracting(each -> each.substring(0, 20))
                .containsExactly(
                        "There is no key cont",
                        "There is no key cont",
                        "There is no key cont",
                        "The key container is",
                        "The file holds certi");
        assertFault(ErrorCode.CONTAINER_UNKNOWN, () -> desk.imports().run(new FakeTask(), text));
        assertFault(ErrorCode.CONTAINER_DAMAGED, () -> desk.imports().run(new FakeTask(), cut));
    }

    private Path transport(String name, String password) throws IOException {
        try (Secret secret = Secret.ofPassword(password.toCharArray())) {
            byte[] sealed = TransportPfx.seal(key, List.of(certificate, AUTHORITY.root()), "Анна", secret, RANDOM);
            return Files.write(drive.resolve(name), sealed);
        }
    }

    private void assertSigns(String... passwords) {
        desk.host().person().enters(passwords);
        byte[] cms = desk.host()
                .signing()
                .sign(
                        new FakeTask(),
                        DocumentPrompt.Kind.STATEMENT,
                        "Заявление",
                        "Прошу",
                        Thumbprint.sha256(certificate))
                .cms();
        assertThat(cms).isNotEmpty();
    }
}
