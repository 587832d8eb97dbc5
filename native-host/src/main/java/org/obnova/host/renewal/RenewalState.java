// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a renewal is; in order. */
public enum RenewalState {
    /** The site asked; no key is there. */
    INTENDED,
    /** The container with the new key is on its medium. */
    KEY_MADE,
    /** The request was made, and is kept. */
    REQUESTED,
    /** A certificate came and passed its checks. */
    ISSUED,
    /** The receipt was signed here, as the authority told; the certificate may come before it or after. */
    RECEIPT_SIGNED,
    /** The certificate lies beside its key. */
    INSTALLED,
    /** A verified copy lies on another medium. */
    BACKED_UP,
    /** The person gave it up: the entry is a record of what was, and no site sees it. */
    ABANDONED;

    /** The name on the wire and in the journal, e.g. {@code key-made}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether this state comes before the other; nothing comes after {@code ABANDONED}. */
    public boolean isBefore(RenewalState other) {
        return compareTo(other) < 0;
    }

    static Optional<RenewalState> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(name))
                .findFirst();
    }
}
