// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import java.util.function.BooleanSupplier;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.Words;

/** Whether NSS can be loaded, with which certificates are given to browsers. */
public final class NssCheck implements DiagnosticCheck {
    private static final Subject SUBJECT =
            new Subject("nss", "Передача сертификата браузерам", "Giving certificates to browsers");

    private final BooleanSupplier loads;

    /** @param loads whether a process of its own loads the library */
    public NssCheck(BooleanSupplier loads) {
        this.loads = loads;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        if (loads.getAsBoolean()) {
            return SUBJECT.ok("Библиотека NSS на месте.", "The library NSS is there.");
        }
        return SUBJECT.warning(
                "missing",
                new Words(
                        "Библиотеки NSS нет: новый сертификат не передать браузерам и Thunderbird.",
                        "The library NSS is not there: the new certificate cannot be given to browsers and Thunderbird."),
                new Words(
                        "Установите пакет libnss3 (в системах rpm: nss).",
                        "Install the package libnss3 (on rpm systems: nss)."));
    }
}
