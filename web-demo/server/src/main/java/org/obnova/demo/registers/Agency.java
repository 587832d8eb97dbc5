// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import java.util.Locale;

/** Those who answer, each at an address of its own. */
public enum Agency {
    /** Federal Tax Service (ФНС): INN, ЕГРЮЛ, ЕГРИП. */
    FNS,
    /** Social Fund (СФР): SNILS. */
    SFR,
    /** Register of passports of the Ministry of the Interior. */
    PASSPORTS,
    /** Unified identification and authentication system (ЕСИА). */
    ESIA;

    /** Its name in settings, logs and forms. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
