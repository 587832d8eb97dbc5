// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.pin;

import org.jspecify.annotations.Nullable;

/**
 * What a new PIN is worth. A token locks after a few wrong ones, so a PIN need not be long; it must only not be among the first that anybody tries.
 */
enum PinQuality {
    NONE,
    /** The maker's own. */
    FACTORY,
    /** One character again and again, or a row as on the keys. */
    OBVIOUS,
    SHORT,
    GOOD;

    private static final int GOOD_LENGTH = 6;

    /**
     * Judges.
     *
     * @param factory the maker's PIN, null where it is unknown
     */
    static PinQuality of(char[] pin, @Nullable String factory) {
        if (pin.length == 0) {
            return NONE;
        }
        if (factory != null && same(pin, factory)) {
            return FACTORY;
        }
        if (obvious(pin)) {
            return OBVIOUS;
        }
        return pin.length < GOOD_LENGTH ? SHORT : GOOD;
    }

    private static boolean same(char[] pin, String text) {
        boolean same = pin.length == text.length();
        for (int i = 0; same && i < pin.length; i++) {
            same = pin[i] == text.charAt(i);
        }
        return same;
    }

    /** All steps between neighbours alike and small: 000000, 123456, 987654; the 0 that follows the 9 on the keys counts as 10. */
    private static boolean obvious(char[] pin) {
        if (pin.length < 3) {
            return true;
        }
        int step = place(pin, 1) - place(pin, 0);
        boolean alike = Math.abs(step) <= 1;
        for (int i = 2; alike && i < pin.length; i++) {
            alike = place(pin, i) - place(pin, i - 1) == step;
        }
        return alike;
    }

    private static int place(char[] pin, int index) {
        boolean ten = pin[index] == '0' && index > 0 && pin[index - 1] == '9';
        return ten ? '9' + 1 : pin[index];
    }
}
