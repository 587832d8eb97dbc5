// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.InstalledProvider;

/**
 * Which version of CryptoPro CSP is there, if any. Obnova does not need it; whether a version is too old the service says, which is told what was found.
 */
public final class ProviderCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("provider", "КриптоПро CSP", "CryptoPro CSP");

    private final InstalledProvider provider;

    /** Looks at this one. */
    public ProviderCheck(InstalledProvider provider) {
        this.provider = provider;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        if (!provider.isThere()) {
            return SUBJECT.ok("Не установлен: Обнове он не нужен.", "Not installed: Obnova does not need it.");
        }
        return provider.version()
                .map(version -> SUBJECT.ok("Версия " + version + ".", "Version " + version + "."))
                .orElseGet(() -> SUBJECT.unknown(
                        "version",
                        "Установлен, версию узнать не удалось.",
                        "Installed, its version could not be told."));
    }
}
