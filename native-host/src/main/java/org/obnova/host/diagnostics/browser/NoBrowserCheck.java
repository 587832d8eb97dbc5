// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.util.List;
import java.util.stream.Collectors;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.Words;

/** Whether there is a browser that Obnova knows. */
public final class NoBrowserCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("browser", "Браузеры", "Browsers");

    private final List<BrowserPlaces> browsers;
    private final List<Sandbox> sandboxes;

    /** @param browsers those that are here */
    public NoBrowserCheck(List<BrowserPlaces> browsers, List<Sandbox> sandboxes) {
        this.browsers = List.copyOf(browsers);
        this.sandboxes = List.copyOf(sandboxes);
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        if (browsers.isEmpty() && sandboxes.isEmpty()) {
            return SUBJECT.problem(
                    "missing",
                    new Words("Известного браузера на компьютере нет.", "There is no known browser on this computer."),
                    new Words(
                            "Установите Chromium, Google Chrome, Яндекс Браузер, Firefox или другой из поддерживаемых.",
                            "Install Chromium, Google Chrome, Yandex Browser, Firefox or another that is supported."));
        }
        String names = browsers.stream().map(BrowserPlaces::name).collect(Collectors.joining(", "));
        return SUBJECT.ok(names.isEmpty() ? "В песочнице" : names, names.isEmpty() ? "In a sandbox" : names);
    }
}
