// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Repair;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.diagnostics.browser.HostManifest.Flaw;
import org.obnova.host.workstation.PersonalTarget;
import org.obnova.host.workstation.Words;

/** Whether a browser finds the host and may start it for our extension. */
public final class HostManifestCheck implements DiagnosticCheck {
    private static final Words INSTALL = new Words(
            "Нажмите «Исправить» или выполните obnova-host doctor --repair, затем перезапустите браузер.",
            "Press «Repair» or run obnova-host doctor --repair, then restart the browser.");

    private static final Words REINSTALL = new Words(
            "Установите приложение Обнова заново, затем перезапустите браузер.",
            "Install Obnova's host again, then restart the browser.");

    private final BrowserPlaces browser;
    private final BrowserPolicies policies;
    private final Optional<PersonalTarget> target;
    private final Subject subject;

    /** @param target writes the manifest; empty where there is none for this browser */
    public HostManifestCheck(BrowserPlaces browser, Optional<PersonalTarget> target) {
        this.browser = browser;
        this.policies = BrowserPolicies.of(browser);
        this.target = target;
        this.subject = new Subject(
                "host-manifest." + browser.id(),
                "Связь браузера с приложением: " + browser.name(),
                "Registration of the host: " + browser.name());
    }

    @Override
    public String id() {
        return subject.id();
    }

    @Override
    public Finding run() {
        Optional<HostManifest> found = HostManifest.of(browser, policies.allowsPersonalHosts());
        if (found.isEmpty()) {
            return subject.problem(
                    "missing",
                    new Words(
                            "Браузер не знает, где приложение Обнова: файл " + HostManifest.NAME + ".json не найден.",
                            "The browser does not know where Obnova's host is: there is no file " + HostManifest.NAME
                                    + ".json."),
                    hint());
        }
        Flaw flaw = found.get().flaw();
        if (flaw == null) {
            return subject.ok(
                    "Зарегистрировано: " + found.get().file(),
                    "Registered: " + found.get().file());
        }
        return subject.problem(flaw.reason(), detail(flaw, found.get()), hint());
    }

    /** Run from elsewhere than a package, there is no program that could be registered. */
    private Words hint() {
        return target.isPresent() ? INSTALL : REINSTALL;
    }

    private static Words detail(Flaw flaw, HostManifest manifest) {
        Path file = manifest.file();
        return switch (flaw) {
            case UNREADABLE -> new Words("Файл " + file + " не читается.", "The file " + file + " cannot be read.");
            case BYTE_ORDER_MARK ->
                new Words(
                        "Файл " + file + " начинается с метки порядка байтов (BOM): браузер его не примет.",
                        "The file " + file + " begins with a byte-order mark: the browser refuses it.");
            case INVALID_JSON ->
                new Words(
                        "Файл " + file + " испорчен: это не JSON.", "The file " + file + " is damaged: it is no JSON.");
            case WRONG_CONTENT ->
                new Words(
                        "Файл " + file + " не от этого приложения.",
                        "The file " + file + " is not that of this program.");
            case EXTENSION_FORBIDDEN ->
                new Words(
                        "Файл " + file + " не разрешает расширение Обновы.",
                        "The file " + file + " does not allow Obnova's extension.");
            case WRONG_PATH ->
                new Words(
                        "Файл " + file + " ведёт туда, где программы нет: " + manifest.program() + ".",
                        "The file " + file + " leads to where there is no program: " + manifest.program() + ".");
            case NOT_EXECUTABLE ->
                new Words(
                        "Программу " + manifest.program() + " нельзя запустить: нет права на выполнение.",
                        "The program " + manifest.program() + " cannot be started: it is not executable.");
        };
    }

    @Override
    public Optional<Repair> repair(Finding finding) {
        if (!finding.reason().equals(Flaw.NOT_EXECUTABLE.reason())) {
            return target.map(each -> each::install);
        }
        return HostManifest.of(browser, policies.allowsPersonalHosts())
                .map(HostManifest::program)
                .map(program -> Repair.of(() -> makeExecutable(program)));
    }

    /** For those who may read it. */
    private static void makeExecutable(Path program) throws java.io.IOException {
        Set<PosixFilePermission> modes = EnumSet.copyOf(Files.getPosixFilePermissions(program));
        if (modes.contains(PosixFilePermission.OWNER_READ)) {
            modes.add(PosixFilePermission.OWNER_EXECUTE);
        }
        if (modes.contains(PosixFilePermission.GROUP_READ)) {
            modes.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (modes.contains(PosixFilePermission.OTHERS_READ)) {
            modes.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(program, modes);
    }
}
