// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Repair;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFile;
import org.obnova.host.settings.SettingsLoader;
import org.obnova.host.workstation.Words;

/** Whether the files of settings can be read. A byte-order mark, as text editors leave it, is taken away; what else is wrong only its writer knows. */
public final class SettingsCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("settings", "Файлы настроек", "Files of settings");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path person;
    private final SettingsLoader loader;

    /**
     * Of one person.
     *
     * @param administrator the file that only the administrator changes
     */
    public SettingsCheck(Path person, Path administrator) {
        this.person = person;
        this.loader = new SettingsLoader(person, administrator);
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        try {
            loader.load();
            return SUBJECT.ok("Читаются.", "They can be read.");
        } catch (Fault e) {
            String file = e.values().getOrDefault("file", "");
            boolean marked = file.equals(person.toString()) && isMarked();
            return SUBJECT.problem(
                    marked ? "byte-order-mark" : file.equals(person.toString()) ? "invalid" : "invalid-administrators",
                    new Words(
                            "Файл настроек испорчен: " + file + " (" + e.getMessage() + ").",
                            "A file of settings is damaged: " + file + " (" + e.getMessage() + ")."),
                    new Words(
                            "Исправьте файл или удалите его, чтобы вернуться к исходным настройкам.",
                            "Correct the file, or remove it to return to the original settings."));
        }
    }

    @Override
    public Optional<Repair> repair(Finding finding) {
        return finding.reason().equals("byte-order-mark")
                ? Optional.of(Repair.of(() -> {
                    byte[] octets = Files.readAllBytes(person);
                    Set<PosixFilePermission> modes = hasModes() ? Files.getPosixFilePermissions(person) : Set.of();
                    DurableFile.write(person, Arrays.copyOfRange(octets, MARK.length, octets.length));
                    if (hasModes()) {
                        Files.setPosixFilePermissions(person, modes);
                    }
                }))
                : Optional.empty();
    }

    private boolean hasModes() {
        return person.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private boolean isMarked() {
        try {
            byte[] octets = Files.readAllBytes(person);
            return octets.length > MARK.length && Arrays.equals(octets, 0, MARK.length, MARK, 0, MARK.length);
        } catch (IOException e) {
            return false;
        }
    }
}
