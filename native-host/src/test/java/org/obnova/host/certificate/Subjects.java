// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

/** Holders of tests. */
public final class Subjects {
    /** With right check digits, and letters that a careless encoding would lose. */
    public static final Subject ANNA = new Subject(
            "Ёлкина Анна Андреевна",
            "Ёлкина",
            "Анна Андреевна",
            "RU",
            "11223344595",
            "500100732259",
            "anna@example.org");

    private Subjects() {}
}
