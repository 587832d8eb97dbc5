// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.util.ArrayList;
import java.util.List;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.diagnostics.browser.InstalledExtension.State;
import org.obnova.host.workstation.Words;

/** Whether any browser of this person has the extension, switched on and of a version that fits. One browser is enough. */
public final class ExtensionCheck implements DiagnosticCheck {
    private static final Subject SUBJECT =
            new Subject("extension", "Расширение Обновы в браузере", "Obnova's extension in the browser");
    private static final Words INSTALL = new Words(
            "Установите расширение со страницы настройки рабочего места и откройте её снова.",
            "Install the extension from the workstation's setup page, and open that page again.");

    private final List<BrowserPlaces> browsers;
    private final String version;

    /** @param version of the product; an extension of another major version does not fit */
    public ExtensionCheck(List<BrowserPlaces> browsers, String version) {
        this.browsers = List.copyOf(browsers);
        this.version = version;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        List<InstalledExtension> found = new ArrayList<>();
        for (BrowserPlaces browser : browsers) {
            found.addAll(InstalledExtension.in(browser));
        }
        if (found.isEmpty()) {
            return SUBJECT.unknown(
                    "no-profile",
                    "Ни один известный браузер ещё не запускали: расширение искать негде.",
                    "No known browser was started yet: there is nowhere to look for the extension.");
        }
        for (InstalledExtension each : found) {
            if (each.state() == State.ENABLED && !isTooOld(each.version())) {
                String named = each.browser() + (each.version().isEmpty() ? "" : " (" + each.version() + ")");
                return SUBJECT.ok("Включено: " + named, "Switched on: " + named);
            }
        }
        return bad(found);
    }

    private static Finding bad(List<InstalledExtension> found) {
        for (InstalledExtension each : found) {
            if (each.state() == State.ENABLED) {
                return SUBJECT.problem(
                        "too-old",
                        new Words(
                                "Расширение устарело: " + each.browser() + ", " + each.version() + ".",
                                "The extension is too old: " + each.browser() + ", " + each.version() + "."),
                        new Words(
                                "Обновите расширение: откройте страницу расширений браузера и нажмите «Обновить».",
                                "Update the extension: open the browser's page of extensions and press “Update”."));
            }
        }
        for (InstalledExtension each : found) {
            if (each.state() == State.DISABLED) {
                return SUBJECT.problem(
                        "disabled",
                        new Words(
                                "Расширение выключено: " + each.browser() + ".",
                                "The extension is switched off: " + each.browser() + "."),
                        new Words(
                                "Включите расширение Обновы на странице расширений браузера.",
                                "Switch Obnova's extension on at the browser's page of extensions."));
            }
        }
        if (found.stream().allMatch(each -> each.state() == State.UNKNOWN)) {
            return SUBJECT.unknown(
                    "not-seen",
                    "Настройки браузера прочитать не удалось.",
                    "The browser's preferences could not be read.");
        }
        return SUBJECT.problem(
                "missing",
                new Words(
                        "Расширение Обновы не установлено ни в одном браузере.",
                        "Obnova's extension is installed in no browser."),
                INSTALL);
    }

    /** Before 1.0 each minor version may differ in what is spoken. */
    private boolean isTooOld(String installed) {
        int[] has = numbers(installed);
        int[] wants = numbers(version);
        return !installed.isEmpty() && (has[0] < wants[0] || (has[0] == wants[0] && has[0] == 0 && has[1] < wants[1]));
    }

    private static int[] numbers(String version) {
        int[] numbers = new int[2];
        String[] parts = version.split("\\.", -1);
        for (int i = 0; i < Math.min(2, parts.length); i++) {
            boolean isNumber = !parts[i].isEmpty()
                    && parts[i].length() < 9
                    && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
            numbers[i] = isNumber ? Integer.parseInt(parts[i]) : 0;
        }
        return numbers;
    }
}
