// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import java.util.Locale;

/** What became of a certificate in a program's store. */
public enum PublishState {
    /** It was put there now, its key included. */
    INSTALLED,
    /** It was there, its key included. */
    ALREADY,
    /** The program cannot have it. */
    UNSUPPORTED,
    /** It could not be put there. */
    FAILED;

    /** As the protocol has it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
