// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.util.Set;

/** What a holder is to the CA; rules hang on it. */
public enum HolderKind {
    /** Works in an organisation. */
    EMPLOYEE,
    /** A person for himself. */
    NATURAL_PERSON,
    /** Heads an organisation: the certificate stands for the organisation itself. */
    HEAD,
    /** Sole proprietor (ИП). */
    SOLE_PROPRIETOR;

    /** Whether any accredited CA issues the certificate: the tax service alone does for organisations and businesses (63-FZ, article 17.2). */
    public boolean servedEverywhere() {
        return this == EMPLOYEE || this == NATURAL_PERSON;
    }

    /** Fields of the form that only this kind must fill in: a business is found by its number in ЕГРИП. */
    public Set<String> mustSay() {
        return this == SOLE_PROPRIETOR ? Set.of("ogrnip") : Set.of();
    }

    /** Whether the holder may have copies of the key made (S24): not of one that stands for an organisation or a business. */
    public boolean mayCopyKey() {
        return this == EMPLOYEE || this == NATURAL_PERSON;
    }
}
