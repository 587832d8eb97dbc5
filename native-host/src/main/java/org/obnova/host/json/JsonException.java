// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import org.jspecify.annotations.Nullable;

/** Bytes that are not strict JSON, or a value that is not what was agreed. The message is English and holds no value, only names and places. */
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and where */
    public JsonException(String message) {
        this(message, null);
    }

    JsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
