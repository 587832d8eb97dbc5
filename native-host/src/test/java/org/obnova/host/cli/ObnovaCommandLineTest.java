// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.Subjects;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.entropy.EntropyRecording;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.log.FileLog;
import org.obnova.host.person.FakePerson;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.FakeTransfers;
import org.obnova.host.platform.Directories;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Text;
import org.obnova.host.storage.PinChange;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.FolderMedia;
import org.obnova.host.storage.folder.KeyFiles;
import org.obnova.host.storage.folder.pkcs12.ForeignFile;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.module.Modules;
import org.obnova.host.storage.token.pin.FakePins;
import org.obnova.host.task.Language;
import org.obnova.host.transfer.ExportFormat;
import org.obnova.host.transfer.Exports;
import org.obnova.host.transfer.Imports;

class ObnovaCommandLineTest {
    private static final InstantSource CLOCK = InstantSource.fixed(TestAuthority.during());

    private static final NotListed NO_DRIVER = new NotListed(
            NotListed.Reason.NO_DRIVER,
            "JaCarta",
            new Text("Драйвера нет.", "There is no driver."),
            new Text("Установите драйвер.", "Install the driver."));

    private static final Modules MODULES = new Modules(
            List.of(new FoundModule("Рутокен", Path.of("/usr/lib/librtpkcs11ecp.so"), null, true)),
            List.of(NO_DRIVER),
            List.of(new Modules.LeftOut(Path.of("/etc/pkcs11/modules/x.module"), new Text("другим", "for others"))));

    @TempDir
    Path home;

    private final FakePerson person = new FakePerson();
    private final FakeTransfers transfers = new FakeTransfers();
    private final FakePins pins = new FakePins();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void version_beOneLine() {
        assertThat(run("--version")).isZero();

        assertThat(out()).isEqualTo("obnova-host 9.8.7\n");
    }

    @ParameterizedTest
    @CsvSource({"ru_RU.UTF-8, Показать носители ключей.", "en_US.UTF-8, Shows the media of keys."})
    void help_nameEachCommand_inThePersonsLanguage(String locale, String text) {
        assertThat(run(Map.of("LANG", locale), "--help")).isZero();

        assertThat(out()).contains(text, "certificates", "storages", "entropy", "--version");
    }

    @Test
    void storages_nameThisComputer() throws IOException {
        assertThat(run("storages")).isZero();
        assertThat(out()).contains("Этот компьютер").contains("computer");

        out.reset();
        assertThat(run("storages", "--json")).isZero();
        JsonNode storage = json().at("/storages/0");
        assertThat(storage.get("id").asText()).isEqualTo("computer");
        assertThat(storage.get("kind").asText()).isEqualTo("computer");
        assertThat(storage.get("state").asText()).isEqualTo("ready");
    }

    @Test
    void storages_sayWhatIsNotListed_andWhy() throws IOException {
        Storages storages = storages(new Media() {
            @Override
            public List<KeyStorage> present() {
                return List.of();
            }

            @Override
            public List<NotListed> notListed() {
                return List.of(NO_DRIVER);
            }
        });

        assertThat(run(offer(() -> storages), "storages")).isZero();
        assertThat(out()).contains("Не показан: JaCarta", "Драйвера нет.", "Установите драйвер.");

        out.reset();
        run(offer(() -> storages), "storages", "--json");
        assertThat(json().at("/notListed/0/reason").asText()).isEqualTo("no-driver");
    }

    @Test
    void modules_nameTheirFiles_andWhatIsLeftOut() {
        assertThat(run("modules")).isZero();

        assertThat(out())
                .contains(
                        "/usr/lib/librtpkcs11ecp.so",
                        "Не используется: JaCarta",
                        "Пропущен: /etc/pkcs11/modules/x.module",
                        "другим");
    }

    @Test
    void certificates_nameHolderAndEnd_ofWhatIsInstalled() throws IOException {
        X509CertificateHolder certificate = installed();

        assertThat(run("certificates")).isZero();
        assertThat(out()).contains("2028-01-01", "Ёлкина Анна Андреевна", "ec-p256", Thumbprint.sha256(certificate));

        out.reset();
        assertThat(run("certificates", "--json")).isZero();
        JsonNode first = json().at("/certificates/0");
        assertThat(first.get("sha256").asText()).isEqualTo(Thumbprint.sha256(certificate));
        assertThat(first.get("subject").asText()).isEqualTo("Ёлкина Анна Андреевна");
        assertThat(first.get("notAfter").asText()).isEqualTo("2028-01-01T00:00:00Z");
    }

    @Test
    void certificates_saySo_whenThereAreNone() throws IOException {
        assertThat(run("certificates")).isZero();
        assertThat(out()).isEqualTo("Сертификатов с ключами нет.\n");

        out.reset();
        run("certificates", "--json");
        assertThat(json().get("certificates")).isEmpty();
    }

    @Test
    void entropy_recordSoManySamples_andTellTheCredit() throws IOException {
        Path file = home.resolve("samples");

        assertThat(run("entropy", "--record", file.toString(), "--samples", "500"))
                .isZero();

        assertThat(Files.size(file)).isEqualTo(500);
        assertThat(out().lines().toList()).last().asString().matches("credited: [0-9]\\.[0-9]{3} bits/sample");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--nonsense",
                "storages nonsense",
                "entropy",
                "entropy --record x --samples none",
                "entropy --record x --samples 0",
                "pin",
                "pin change",
                "pin forget",
                "pin forget --container c",
                "pin forget --all --storage s",
                "containers",
                "containers import",
                "containers import a b",
                "containers export",
                "containers password 0123",
            })
    void wrongArguments_giveStatusTwo_andNothingOnStandardOutput(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("obnova-host: ").contains("--help");
    }

    @Test
    void pin_nameWhatIsRemembered_withoutThePinItself() throws IOException {
        pins.with("token-1", "c-1", "hunter2").with("token-2", "c-2", "hunter2");

        assertThat(run("pin", "list")).isZero();
        assertThat(out()).contains("token-1", "c-1", "token-2", "c-2").doesNotContain("hunter2");

        out.reset();
        assertThat(run("pin", "list", "--json")).isZero();
        assertThat(json().get("remembered")).hasSize(2);
        assertThat(json().at("/remembered/1/container").asText()).isEqualTo("c-2");
        assertThat(out()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "pin forget --all, 0, 3",
        "pin forget --storage token-1, 1, 2",
        "pin forget --storage token-1 --container c-2, 2, 1",
        "pin forget --storage token-3, 3, 0",
    })
    void pin_forgetWhatIsNamed(String command, int left, int forgotten) {
        pins.with("token-1", "c-1", "a").with("token-1", "c-2", "b").with("token-2", "c-1", "c");

        assertThat(run(command.split(" "))).isZero();

        assertThat(out()).isEqualTo("забыто: " + forgotten + "\n");
        assertThat(pins.list()).hasSize(left);
    }

    @Test
    void pin_sayThatNothingCanBeRemembered_whereTheStoreIsShut() {
        pins.shut();

        assertThat(run("pin", "forget", "--all")).isEqualTo(1);

        assertThat(err()).contains("[1236 remember_unavailable:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"computer", "token-that-is-not-here"})
    void pin_changeNothing_whereThereIsNoToken(String storage) {
        assertThat(run("pin", "change", "--storage", storage)).isEqualTo(1);

        assertThat(err()).contains("[1201 storage_not_found:");
    }

    @Test
    void containers_comeIn_areListed_changeTheirPassword_andGoOut(@TempDir Path workshop) throws IOException {
        Path file = home.resolve("theirs.p12");
        Files.write(
                file,
                new ForeignFile(workshop)
                        .key("theirs", "EC", "ec_paramgen_curve:P-256")
                        .ofOpenSsl("theirs", "secret-1", ""));
        transfers.copies().saves(ExportFormat.PKCS12, home.resolve("out.pfx"));
        person.enters("secret-1", "own", "changed").choosesFirst().makesUp("own", "changed", "away");

        assertThat(run("containers", "import", file.toString())).isZero();
        assertThat(out()).isEqualTo("Скопировано: theirs, Этот компьютер\n");

        out.reset();
        assertThat(run("containers", "list", "--json")).isZero();
        String certificate = json().at("/containers/0/certificate").asText();
        assertThat(json().at("/containers/0/mayLeave").asBoolean()).isTrue();
        assertThat(json().get("containers")).hasSize(1);

        out.reset();
        assertThat(run("containers", "password", certificate)).isZero();
        assertThat(run("containers", "export", certificate)).isZero();
        assertThat(out()).isEqualTo("Пароль изменён.\nЗаписано и проверено: out.pfx\n");
        assertThat(home.resolve("out.pfx")).isNotEmptyFile();

        out.reset();
        assertThat(run("containers", "list")).isZero();
        assertThat(out()).contains("theirs", "ec-p256", "Этот компьютер", certificate);
    }

    @Test
    void containers_importNothing_whereThereIsNoContainer() {
        assertThat(run("containers", "import", home.resolve("nothing.pfx").toString()))
                .isEqualTo(1);

        assertThat(err()).contains("[1217 container_unknown:");
    }

    @Test
    void noCommand_giveStatusTwo() {
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void fault_giveStatusOne_andThreeLinesWithItsCode() {
        int status = ObnovaCommandLine.run(new String[] {"storages"}, terminal(Map.of()), offer(() -> {
            throw new Fault(ErrorCode.STORAGE_FAILED, "broken");
        }));

        assertThat(status).isEqualTo(1);
        assertThat(err().lines()).hasSize(4).last().asString().isEqualTo("[1204 storage_failed: broken]");
        assertThat(out()).isEmpty();
    }

    @Test
    void unexpectedException_giveStatusOne_andAnIncident_withoutItsMessage() throws IOException {
        int status = ObnovaCommandLine.run(new String[] {"storages"}, terminal(Map.of()), offer(() -> {
            throw new IllegalStateException("hunter2");
        }));

        assertThat(status).isEqualTo(1);
        assertThat(err()).contains("internal_error", "incident").doesNotContain("hunter2");
        assertThat(Files.readString(home.resolve("host.log")))
                .contains("incident", "IllegalStateException")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', RU",
        "C, en_US.UTF-8, en_US.UTF-8, RU",
        "'', C.UTF-8, en_US.UTF-8, RU",
        "'', POSIX, '', RU",
        "'', '', ru_RU.UTF-8, RU",
        "'', '', en_GB.UTF-8, EN",
        "'', de_DE.UTF-8, ru_RU.UTF-8, EN",
        "ru_RU, de_DE.UTF-8, en_US.UTF-8, RU",
    })
    void language_beRussian_unlessTheLocaleSaysAnother(String all, String messages, String lang, Language language) {
        assertThat(Terminal.languageOf(Map.of("LC_ALL", all, "LC_MESSAGES", messages, "LANG", lang)))
                .isEqualTo(language);
    }

    private X509CertificateHolder installed() {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Корень");
                SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            X509CertificateHolder certificate = root.issue(Subjects.ANNA.toX500Name(), key.publicKey());
            person.makesUp("");
            storages().all().getFirst().put(new FakeTask(), "Ёлкина", key, List.of(certificate, root.certificate()));
            return certificate;
        }
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return ObnovaCommandLine.run(arguments, terminal(environment), offer(this::storages));
    }

    private int run(Offer offer, String... arguments) {
        return ObnovaCommandLine.run(arguments, terminal(Map.of()), offer);
    }

    private Terminal terminal(Map<String, String> environment) {
        return Terminal.of(InputStream.nullInputStream(), out, err, environment);
    }

    private Offer offer(Supplier<Storages> storages) {
        return new Offer(
                "9.8.7",
                storages,
                () -> MODULES,
                () -> new EntropyRecording(new FakePerson()),
                this::imports,
                () -> new Exports(
                        storages.get(),
                        new KeyFiles(new DurableFiles(FileActions.disk()), new SecureRandom()),
                        transfers,
                        person,
                        home),
                () -> new PinChange(storages.get()),
                () -> pins,
                () -> {
                    throw new AssertionError("no renewals here");
                },
                () -> {
                    throw new AssertionError("no keys here");
                },
                new ArchiveOffer(
                        () -> fail("no copies here"),
                        () -> fail("no archive here"),
                        () -> fail("nothing is decrypted here")),
                new FileLog(() -> home.resolve("host.log"), CLOCK));
    }

    private Imports imports() {
        Directories directories = new Directories(
                home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("runtime"));
        return new Imports(
                storages(),
                FolderMedia.sources(directories, new DurableFiles(FileActions.disk())),
                transfers,
                person,
                person);
    }

    private Storages storages() {
        return storages(Media.none());
    }

    private Storages storages(Media tokens) {
        Directories directories = new Directories(
                home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("runtime"));
        return FolderMedia.storages(
                directories,
                new DurableFiles(FileActions.disk()),
                new SecureRandom(),
                CLOCK,
                person,
                tokens,
                Media.none());
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
