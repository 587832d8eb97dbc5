// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.Subjects;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.pkcs12.ForeignFile;
import org.obnova.host.task.Language;
import org.obnova.host.transfer.ExportFormat;

class ObnovaCommandLineTest extends CommandLineDesk {
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
}
