// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;
import java.util.List;
import org.obnova.host.json.JsonWriter;

/** What a request that went well is answered with. */
public sealed interface Result permits Result.Greeting, Result.Cancelled, WorkResult {
    /** Writes the result's fields; the object around them is the caller's. */
    void writeFields(JsonWriter out) throws IOException;

    /** Of {@code hello}. */
    record Greeting(int protocol, String version, String language, List<String> methods) implements Result {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeNumberField("protocol", protocol);
            out.writeStringField("version", version);
            out.writeStringField("language", language);
            out.writeArrayFieldStart("methods");
            for (String method : methods) {
                out.writeString(method);
            }
            out.writeEndArray();
        }
    }

    /** Of {@code cancel}. */
    record Cancelled(boolean cancelled) implements Result {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeBooleanField("cancelled", cancelled);
        }
    }
}
