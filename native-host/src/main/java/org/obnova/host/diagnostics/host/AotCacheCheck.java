// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.host;

import java.nio.file.Files;
import java.nio.file.Path;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.Words;

/** Whether the cache that makes the host start quickly lies beside the jars and is taken by its Java. Without it everything works, ten times as slowly at the start. */
public final class AotCacheCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("start-cache", "Быстрый запуск", "Quick start");
    private static final Words REINSTALL = new Words(
            "Установите приложение Обнова заново; ключи, журнал и разрешения останутся.",
            "Install Obnova's host again; keys, journal and consents stay.");

    private final Path lib;
    private final Trial trial;

    /** Whether Java takes the cache. */
    @FunctionalInterface
    public interface Trial {
        /** With a cache that is refused, Java does not start under {@code -XX:AOTMode=on}. */
        boolean accepts(Path lib);
    }

    /** @param lib the image's folder with the jars */
    public AotCacheCheck(Path lib, Trial trial) {
        this.lib = lib;
        this.trial = trial;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        if (!Files.isRegularFile(lib.resolve("obnova-host.options"))) {
            return SUBJECT.unknown(
                    "no-image", "Приложение запущено не из пакета.", "The program was not started from a package.");
        }
        if (!Files.isRegularFile(lib.resolve("obnova-host.aot"))) {
            return SUBJECT.warning(
                    "missing",
                    new Words(
                            "Файла для быстрого запуска нет: окна откроются медленнее.",
                            "The file for a quick start is not there: windows will open more slowly."),
                    REINSTALL);
        }
        if (!trial.accepts(lib)) {
            return SUBJECT.warning(
                    "refused",
                    new Words(
                            "Файл для быстрого запуска не подходит к этой установке: окна откроются медленнее.",
                            "The file for a quick start does not fit this installation: windows will open more slowly."),
                    REINSTALL);
        }
        return SUBJECT.ok("Включён.", "It is on.");
    }
}
