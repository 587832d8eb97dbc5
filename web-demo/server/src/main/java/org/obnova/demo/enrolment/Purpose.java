// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * What an application is for.
 *
 * @param replaces SHA-256 (hex) of the certificate that is renewed; null of a first issue
 * @param readOnly an application of СМЭВ ЭП-ОВ: it is led elsewhere, and only shown here
 */
public record Purpose(
        ApplicationKind kind, Reason reason, @Nullable String replaces, boolean readOnly) {
    /** Refuses a renewal of nothing. */
    public Purpose {
        if ((kind == ApplicationKind.RENEWAL) == (replaces == null)) {
            throw new IllegalArgumentException("a renewal, and nothing else, replaces a certificate");
        }
    }

    /** The renewal of that certificate. */
    public static Purpose renewal(Reason reason, String replaces) {
        return new Purpose(ApplicationKind.RENEWAL, reason, replaces, false);
    }

    /** For somebody who has no certificate. */
    public static Purpose firstIssue(Reason reason) {
        return new Purpose(ApplicationKind.FIRST_ISSUE, reason, null, false);
    }
}
