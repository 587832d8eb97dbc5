// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import java.io.Serial;

/** A message that is not followed: what a program reads, and what its administrator reads. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int failure;

    /**
     * @param failure bit of PKIFailureInfo (RFC 9810 section 5.2.3), as Bouncy Castle numbers them
     * @param text English, without anybody's data
     */
    Refusal(int failure, String text) {
        super(text);
        this.failure = failure;
    }

    Refusal(int failure, String text, Throwable cause) {
        super(text, cause);
        this.failure = failure;
    }

    int failure() {
        return failure;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    static void unless(boolean condition, int failure, String text) {
        if (!condition) {
            throw new Refusal(failure, text);
        }
    }
}
