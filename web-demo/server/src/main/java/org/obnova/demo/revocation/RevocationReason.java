// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.revocation;

import java.util.Locale;

/** Why a certificate is revoked for good: what of RFC 5280, section 5.3.1, befits a holder's certificate. */
public enum RevocationReason {
    /** The key, or the medium with it, is lost or known to others. */
    KEY_COMPROMISE(1),
    /** The holder left the organisation, or the name changed. */
    AFFILIATION_CHANGED(3),
    /** Another one took its place. */
    SUPERSEDED(4),
    /** It is not needed any more. */
    CESSATION_OF_OPERATION(5),
    /** The holder may not have it any more. */
    PRIVILEGE_WITHDRAWN(9);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** CRLReason. */
    public int code() {
        return code;
    }

    /** Tail of text keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
