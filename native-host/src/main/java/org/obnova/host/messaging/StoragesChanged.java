// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;

/** The notification {@code storages.changed}. */
public final class StoragesChanged {
    private StoragesChanged() {}

    /**
     * The notification as a frame's content.
     *
     * @param documents whom it concerns
     */
    public static byte[] encode(List<String> documents) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
        try (JsonWriter out = JsonText.writer(octets)) {
            out.writeStartObject();
            out.writeStringField("jsonrpc", "2.0");
            out.writeStringField("method", "storages.changed");
            out.writeObjectFieldStart("params");
            out.writeArrayFieldStart("documents");
            for (String document : documents) {
                out.writeString(document);
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
