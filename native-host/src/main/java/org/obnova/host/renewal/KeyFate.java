// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of the key of a renewal that was given up. */
public enum KeyFate {
    /** No key was made. */
    NONE,
    /** It lies where it lay. */
    KEPT,
    /** The person wants it removed, and it may still be there: a crash or a pulled medium came between. Never told to a site. */
    REMOVING,
    REMOVED;

    /** The name on the wire and in the journal. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KeyFate> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(name))
                .findFirst();
    }
}
