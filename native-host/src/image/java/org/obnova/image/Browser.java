// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The browser's end of native messaging: frames of a 32-bit little-endian length and JSON. */
final class Browser implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final OutputStream to;
    private final DataInputStream from;
    private int lastId;

    Browser(Process host) {
        this.to = new BufferedOutputStream(host.getOutputStream());
        this.from = new DataInputStream(host.getInputStream());
    }

    /** Sends a request and returns its reply, result or error. */
    JsonNode ask(String method, String params) throws IOException {
        lastId++;
        byte[] request = ("{\"jsonrpc\":\"2.0\",\"id\":" + lastId + ",\"method\":\"" + method + "\",\"params\":"
                        + params + "}")
                .getBytes(StandardCharsets.UTF_8);
        to.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(request.length)
                .array());
        to.write(request);
        to.flush();
        while (true) {
            JsonNode message = json.readTree(from.readNBytes(Integer.reverseBytes(from.readInt())));
            if (message.path("id").asInt() == lastId) {
                return message;
            }
        }
    }

    /** Like {@link #ask}, where everything that follows needs the result. */
    JsonNode askResult(String method, String params) throws IOException {
        JsonNode reply = ask(method, params);
        if (!reply.has("result")) {
            throw new IOException(method + ": " + reply.path("error"));
        }
        return reply.path("result");
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
