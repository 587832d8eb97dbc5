// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.Locale;

/** What a token tells of its PIN, without a try being spent (PKCS #11 v3.1 section 3.2, the flags of CK_TOKEN_INFO). */
public enum PinState {
    /** No wrong PIN since the last right one. */
    OK,
    /** A wrong PIN was entered since the last right one. */
    LOW,
    /** One more wrong PIN locks it. */
    LAST_TRY,
    LOCKED,
    /** The maker's default, or expired: the token wants it changed. */
    FACTORY,
    NOT_SET;

    /** The name on the wire, e.g. {@code last-try}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
