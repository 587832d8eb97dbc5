// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonWriter;

/** The id of a request: a string or an integer, which are different even when they read alike. */
public final class RequestId {
    private static final int MAX_TEXT = 64;
    private static final long MAX_NUMBER = (1L << 53) - 1;

    private final String text;
    private final boolean number;

    private RequestId(String text, boolean number) {
        this.text = text;
        this.number = number;
    }

    /** The id that the value is, or null where it is none. */
    public static @Nullable RequestId of(@Nullable Json value) {
        if (value instanceof Json.Text t && !t.value().isEmpty() && t.value().length() <= MAX_TEXT) {
            return new RequestId(t.value(), false);
        }
        if (value instanceof Json.Whole w && w.value() >= 0 && w.value() <= MAX_NUMBER) {
            return new RequestId(String.valueOf(w.value()), true);
        }
        return null;
    }

    void write(JsonWriter out) throws IOException {
        if (number) {
            out.writeNumber(Long.parseLong(text));
        } else {
            out.writeString(text);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestId that && number == that.number && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode() * 2 + (number ? 1 : 0);
    }

    @Override
    public String toString() {
        return text;
    }
}
