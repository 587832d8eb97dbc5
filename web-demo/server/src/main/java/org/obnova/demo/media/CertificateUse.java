// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a certificate is for, as far as that decides where it may lie. */
public enum CertificateUse {
    /** Any service without rules of its own. */
    GENERAL,
    /** Services of the customs (ФТС). */
    CUSTOMS;

    /** The use of that name in the rules. */
    static Optional<CertificateUse> of(String name) {
        return Arrays.stream(values())
                .filter(use -> use.wireName().equals(name))
                .findFirst();
    }

    /** Name in the rules and in texts. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
