// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.task.Language;

/**
 * The report for support: one text, masked as a whole, which the person reads before anybody gets it. It is put together of what the host itself says; of the person's files
 * only the log is quoted, and of that only lines that hold nothing but codes.
 */
public final class SupportReport {
    private static final int MOST_LINES = 200;

    /** A note of the host's log: a method and how it ended, or an incident with kinds of exceptions and places in the program. */
    private static final String CODES =
            "\\S{20,32} (?:[a-z-]+(?:\\.[a-z-]+)* (?:done|-?\\d{4,6} [a-z_]+)|incident [0-9a-f]{16}[\\w.$ :]*)";

    private final Masking masking;

    /**
     * @param home the person's folder
     * @param known names that must not stand in it
     */
    public SupportReport(String home, List<String> known) {
        this.masking = new Masking(home, known);
    }

    /**
     * What stands in it besides the findings.
     *
     * @param versions of the program and what it runs on, a line each
     * @param settings what is set, without secrets, a line each
     * @param log lines of the host's log
     */
    public record Facts(List<String> versions, List<String> settings, List<String> log) {
        /** Copies the lists. */
        public Facts {
            versions = List.copyOf(versions);
            settings = List.copyOf(settings);
            log = List.copyOf(log);
        }
    }

    /** The whole text. */
    public String text(List<Examined> findings, Facts facts, Instant made, Language language) {
        boolean ru = language == Language.RU;
        StringBuilder text = new StringBuilder();
        title(text, ru ? "Отчёт Обновы для поддержки" : "Obnova's report for support");
        text.append(ru ? "Создан: " : "Made: ")
                .append(made.truncatedTo(ChronoUnit.SECONDS))
                .append('\n');
        facts.versions().forEach(each -> text.append(line(each)));
        title(text, ru ? "Проверка компьютера" : "Check of the computer");
        for (Examined each : findings) {
            Finding finding = each.finding();
            text.append(finding.verdict().wireName())
                    .append("  ")
                    .append(finding.check())
                    .append(finding.reason().isEmpty() ? "\n" : " (" + finding.reason() + ")\n")
                    .append(line("    " + finding.title().in(language) + ": "
                            + finding.detail().in(language)));
        }
        title(text, ru ? "Настройки без секретов" : "Settings without secrets");
        facts.settings().forEach(each -> text.append(line(each)));
        title(text, ru ? "Журнал кодов" : "Log of codes");
        log(text, facts.log());
        return text.toString();
    }

    /** Our own words, which are not masked. */
    private static void title(StringBuilder text, String title) {
        text.append(text.isEmpty() ? "" : "\n").append(title).append("\n\n");
    }

    private String line(String unmasked) {
        return masking.mask(unmasked) + "\n";
    }

    private void log(StringBuilder text, List<String> lines) {
        int hidden = 0;
        for (String line : lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size())) {
            if (line.matches(CODES)) {
                text.append(line(line));
            } else {
                hidden++;
            }
        }
        if (hidden > 0) {
            text.append("… ").append(hidden).append('\n');
        }
    }

    /** The name of the file. */
    public static String name(Instant made) {
        return "obnova-report-" + made.atOffset(ZoneOffset.UTC).toLocalDate() + ".zip";
    }

    /** A zip that holds the text, and nothing else. */
    public static byte[] zip(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            ZipEntry entry = new ZipEntry("report.txt");
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
