// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import org.jspecify.annotations.Nullable;

/** The authority's keys are not to be had from the token, or not from there alone. The message says what to do, and has no PIN. */
public final class UnusableTokenException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnusableTokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    UnusableTokenException(String message) {
        this(message, null);
    }
}
