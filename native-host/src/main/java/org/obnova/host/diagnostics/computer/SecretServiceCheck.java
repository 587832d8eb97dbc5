// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import java.util.function.Supplier;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.workstation.Words;

/** Whether the system's store of passwords is there: without it no PIN can be remembered. */
public final class SecretServiceCheck implements DiagnosticCheck {
    private static final Subject SUBJECT =
            new Subject("password-store", "Хранилище паролей системы", "The system's store of passwords");

    private final Supplier<RememberedPins> pins;

    /** @param pins the system's */
    public SecretServiceCheck(Supplier<RememberedPins> pins) {
        this.pins = pins;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        if (pins.get().available()) {
            return SUBJECT.ok("Доступно.", "It is there.");
        }
        return SUBJECT.warning(
                "missing",
                new Words(
                        "Хранилище паролей не отвечает или закрыто: запомнить PIN-код не получится.",
                        "The store of passwords does not answer or is locked: no PIN can be remembered."),
                new Words(
                        "Установите и включите gnome-keyring или KWallet и войдите в графический сеанс. Без этого PIN-код вводится каждый раз.",
                        "Install and start gnome-keyring or KWallet, and log in to the desktop. Without it the PIN is typed each time."));
    }
}
