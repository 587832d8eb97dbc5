// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import java.util.Locale;
import org.obnova.host.storage.Purpose;

/** The words' keys of what a password is for. */
final class Purposes {
    private Purposes() {}

    /** For example {@code sign-document}. */
    static String key(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
