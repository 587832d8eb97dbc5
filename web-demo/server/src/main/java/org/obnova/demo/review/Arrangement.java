// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import org.jspecify.annotations.Nullable;

/**
 * Where a holder comes, and who decides it (S13).
 *
 * @param centre the one that is fixed; null where the holder chooses or nobody comes to a centre
 */
public record Arrangement(Kind kind, @Nullable ServiceCentre centre) {
    static final Arrangement COURIER = new Arrangement(Kind.COURIER, null);

    /** Who decides. */
    public enum Kind {
        /** The holder chooses a centre. */
        CHOICE,
        /** The centre was chosen in the service for which the certificate is («Эльба»). */
        FIXED_BY_SERVICE,
        /** The invoice has cash registers, which lie ready in its centre. */
        FIXED_BY_INVOICE,
        /** A courier comes to the holder and checks identity there. */
        COURIER
    }

    /** Refuses a fixed centre that is none. */
    public Arrangement {
        boolean fixed = kind == Kind.FIXED_BY_SERVICE || kind == Kind.FIXED_BY_INVOICE;
        if (fixed != (centre != null)) {
            throw new IllegalArgumentException("a centre belongs to an arrangement that fixes it");
        }
    }

    public boolean courier() {
        return kind == Kind.COURIER;
    }

    /** Tail of text keys. */
    public String key() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
