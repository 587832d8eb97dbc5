// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.util.Locale;

/** Documents that say who somebody is. */
public enum DocumentKind {
    /** Passport of a citizen of the Russian Federation. */
    PASSPORT,
    /** Passport of a citizen of another state. */
    FOREIGN_PASSPORT,
    /** Residence permit of the Russian Federation (вид на жительство). */
    RESIDENCE_PERMIT,
    /** Certificate of a refugee. */
    REFUGEE,
    /** Identity card of a serviceman. */
    MILITARY;

    /** Whether its holder may be a citizen of Russia. */
    public boolean ofCitizen() {
        return this == PASSPORT || this == MILITARY;
    }

    /** Tail of its text keys, and its value in forms: {@code foreign-passport}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
