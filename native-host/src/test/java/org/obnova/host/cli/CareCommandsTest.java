// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Repair;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.workstation.Words;

/** {@code obnova-host doctor} and {@code obnova-host sites}. */
class CareCommandsTest extends CommandLineDesk {
    private static final Words HINT = new Words("Сделайте так.", "Do this.");

    /** A check whose problem is mended once, or never, or that cannot look. */
    private static final class Sample implements DiagnosticCheck {
        private final Subject subject;
        private final String kind;
        private boolean mended;

        Sample(String id, String kind) {
            this.subject = new Subject(id, "Проверка " + id, "Check " + id);
            this.kind = kind;
        }

        @Override
        public String id() {
            return subject.id();
        }

        @Override
        public Finding run() {
            Words detail = new Words("Анна потеряла.", "Anna lost it.");
            return switch (kind) {
                case "warning" -> subject.warning("little", detail, HINT);
                case "unseen" -> throw new Fault(ErrorCode.STORAGE_FAILED, "gone");
                case "ok" -> subject.ok("Хорошо.", "Good.");
                default -> mended ? subject.ok("Хорошо.", "Good.") : subject.problem("lost", detail, HINT);
            };
        }

        @Override
        public Optional<Repair> repair(Finding finding) {
            return switch (kind) {
                case "mendable" -> Optional.of(task -> mended = true);
                case "refusing" ->
                    Optional.of(task -> {
                        throw new Fault(ErrorCode.STORAGE_READ_ONLY, "refused");
                    });
                default -> Optional.empty();
            };
        }
    }

    private void has(String... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            checks.add(new Sample("check." + i, kinds[i]));
        }
    }

    @Test
    void doctor_isGreen_whereNothingIsWrong_warningsAside() throws IOException {
        has("ok", "warning", "unseen");
        assertThat(run("doctor")).isZero();
        assertThat(out())
                .contains("[в порядке]   Проверка check.0", "[замечание]", "[неизвестно]", "Проблем не найдено.");

        out.reset();
        assertThat(run("doctor", "--json")).isZero();
        assertThat(json().get("green").asBoolean()).isTrue();
        assertThat(json().at("/findings/2/reason").asText()).isEqualTo("not-seen");
    }

    @Test
    void doctor_isNotGreen_whereAProblemIsLeft() throws IOException {
        has("problem", "mendable", "refusing");
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(out()).contains("[проблема]", "Сделайте так.", "Проблем: 3", "obnova-host doctor --repair");

        out.reset();
        assertThat(run(Map.of("LANG", "en_US.UTF-8"), "doctor", "--repair")).isEqualTo(1);
        assertThat(out()).contains("[mended]     Check check.1", "Problems: 2", "This medium cannot be written.");

        out.reset();
        assertThat(run("doctor", "--repair", "--json")).isEqualTo(1);
        assertThat(json().at("/findings/1/status").asText()).isEqualTo("ok");
        assertThat(json().at("/findings/2/fixed").asBoolean()).isFalse();
        assertThat(json().at("/findings/0/repairable").asBoolean()).isFalse();
    }

    @Test
    void doctor_isGreenAfterwards_whereAllWasMended() {
        has("mendable");
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(run("doctor", "--repair")).isZero();
    }

    @Test
    void doctor_savesTheReport_thatWasShown_whenThePersonAgrees() throws IOException {
        has("warning");
        Path file = home.resolve("report.zip");
        assertThat(run("doctor", "--report", file.toString())).isEqualTo(1);
        assertThat(file).doesNotExist();
        assertThat(err()).contains("[1001 cancelled:");

        out.reset();
        in = new ByteArrayInputStream("да\n".getBytes(StandardCharsets.UTF_8));
        assertThat(run("doctor", "--report", file.toString())).isZero();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String saved =
                    new String(zip.getInputStream(zip.getEntry("report.txt")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(out()).contains(saved);
            assertThat(saved).contains("check.0 (little)", "‹имя› потеряла").doesNotContain("Анна");
        }

        in = new ByteArrayInputStream("да\n".getBytes(StandardCharsets.UTF_8));
        assertThat(run("doctor", "--report", file.toString())).isEqualTo(1);
        assertThat(err()).contains("file_exists");
    }

    @Test
    void sites_addAsks_andRemoveTakesItBack() throws IOException {
        assertThat(run("sites", "add", "https://портал.рф")).isEqualTo(1);
        assertThat(out()).contains("https://xn--", "портал.рф", "Добавить этот сайт?");
        assertThat(Files.exists(settings())).isFalse();

        assertThat(run("sites", "add", "https://портал.рф", "--yes")).isZero();
        out.reset();
        assertThat(run("sites", "list", "--json")).isZero();
        assertThat(json().at("/sites/3/name").asText()).isEqualTo("портал.рф");
        assertThat(json().at("/sites/3/own").asBoolean()).isTrue();
        assertThat(json().at("/sites/0/own").asBoolean()).isFalse();

        out.reset();
        assertThat(run("sites", "list")).isZero();
        assertThat(out()).contains("вами", "Обновой или администратором");

        assertThat(run("sites", "remove", "https://портал.рф")).isZero();
        assertThat(run("sites", "remove", "https://extern.obnova.org")).isEqualTo(1);
        assertThat(err()).contains("[1832 site_not_own:");
    }

    @Test
    void sites_warnOfWhatIsMadeToBeTakenForAnother() {
        assertThat(run("sites", "add", "https://extern.0bnova.org")).isEqualTo(1);
        assertThat(out()).contains("Внимание: адрес похож на https://extern.obnova.org");
    }

    @Test
    void sites_areLeftAlone_whereTheAdministratorLocksThem() throws IOException {
        Files.writeString(home.resolve("administrator.json"), "{\"formatVersion\":1,\"locked\":[\"sites\"]}");
        assertThat(run("sites", "add", "https://portal.example", "--yes")).isEqualTo(1);
        assertThat(err()).contains("[1830 sites_locked:");
        assertThat(run("sites", "list")).isZero();
        assertThat(out()).contains("Список ведёт администратор.");
    }
}
