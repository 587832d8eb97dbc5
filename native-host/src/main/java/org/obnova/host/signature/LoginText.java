// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The text that is signed to log in: the host alone builds it, and no site's document may look like one. */
public final class LoginText {
    private static final String BEGINNING = "Вход на сайт:";

    private LoginText() {}

    /**
     * Builds the text. It has one language, whatever the person's: servers read it.
     *
     * @param origin ASCII serialisation (RFC 6454 section 6.2)
     * @param time written with seconds, in UTC
     */
    public static String of(String origin, String nonce, Instant time) {
        return BEGINNING + " " + origin + "\nОдноразовый код: " + nonce + "\nВремя: "
                + time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a server, even a lenient one, could take the text for a login. */
    static boolean couldBe(String text) {
        return text.stripLeading().startsWith(BEGINNING);
    }
}
