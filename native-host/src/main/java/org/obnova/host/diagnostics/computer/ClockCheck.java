// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.Words;

/**
 * Whether the computer's clock can be right, without asking anybody: it cannot be before this program was built, before certificates that it holds began, or well before files that the
 * system has written; nor many years behind the build.
 */
public final class ClockCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("clock", "Часы компьютера", "The computer's clock");
    private static final Duration TOLERANCE = Duration.ofHours(25); // A time zone set wrongly moves it by up to a day.
    private static final Duration LIFE = Duration.ofDays(3653);
    private static final Words SET = new Words(
            "Установите дату и время в настройках системы и включите их автоматическую настройку.",
            "Set date and time in the system's settings, and have them set by themselves.");

    private final InstantSource clock;
    private final Instant built;
    private final Supplier<List<Instant>> began;
    private final List<Path> witnesses;

    /**
     * @param built when this program was built
     * @param began when the certificates at hand began to be valid
     * @param witnesses files that the system writes as it goes, and folders of such files
     */
    public ClockCheck(InstantSource clock, Instant built, Supplier<List<Instant>> began, List<Path> witnesses) {
        this.clock = clock;
        this.built = built;
        this.began = began;
        this.witnesses = List.copyOf(witnesses);
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        Instant now = clock.instant();
        if (now.isBefore(built.minus(TOLERANCE))) {
            return wrong("behind-build", now, "Обнова собрана позже", "Obnova was built later", built);
        }
        Optional<Instant> youngest =
                began.get().stream().max(Instant::compareTo).filter(now::isBefore);
        if (youngest.isPresent()) {
            return wrong(
                    "behind-certificates",
                    now,
                    "сертификаты начали действовать позже",
                    "certificates began later",
                    youngest.get());
        }
        Optional<Instant> written =
                witnesses.stream().flatMap(each -> written(each).stream()).max(Instant::compareTo);
        if (written.isPresent() && now.isBefore(written.get().minus(TOLERANCE))) {
            return wrong(
                    "behind-files", now, "система писала файлы позже", "the system wrote files later", written.get());
        }
        if (now.isAfter(built.plus(LIFE))) {
            return wrong("ahead", now, "Обнова собрана намного раньше", "Obnova was built long before", built);
        }
        return SUBJECT.ok("Похоже, идут верно.", "It seems to be right.");
    }

    private static Finding wrong(String reason, Instant now, String russian, String english, Instant then) {
        String shown = now.truncatedTo(ChronoUnit.MINUTES).toString();
        String other = then.truncatedTo(ChronoUnit.MINUTES).toString();
        return SUBJECT.problem(
                reason,
                new Words(
                        "Часы показывают " + shown + ", а " + russian + ": " + other + ".",
                        "The clock says " + shown + ", but " + english + ": " + other + "."),
                SET);
    }

    private static Optional<Instant> written(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return Optional.empty(); // Not every system has it.
        }
    }
}
