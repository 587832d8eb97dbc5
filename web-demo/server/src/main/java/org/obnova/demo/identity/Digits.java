// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.util.regex.Pattern;

/** Numbers that are written with spaces and hyphens. */
final class Digits {
    private static final Pattern DECORATION = Pattern.compile("[\\s\\u00a0\\-\\u2010-\\u2015№]");

    private Digits() {}

    /** What was typed, without what only parts the digits. */
    static String bare(String typed) {
        return DECORATION.matcher(typed).replaceAll("");
    }

    static boolean only(String value, int count) {
        return value.length() == count && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static int at(String value, int index) {
        return value.charAt(index) - '0';
    }
}
