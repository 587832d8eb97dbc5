// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/** The browser's end of native messaging: frames of a 32-bit little-endian length and JSON. */
final class Browser implements AutoCloseable {
    private final OutputStream to;
    private final DataInputStream from;
    private int lastId;

    Browser(Process host) {
        this.to = new BufferedOutputStream(host.getOutputStream());
        this.from = new DataInputStream(host.getInputStream());
    }

    /** Sends a request and returns its reply, result or error. */
    Json ask(String method, String params) throws IOException {
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
            Json message = read(from.readNBytes(Integer.reverseBytes(from.readInt())));
            if (new Json.Whole(lastId).equals(member(message, "id"))) {
                return message;
            }
        }
    }

    /** Like {@link #ask}, where everything that follows needs the result. */
    Json askResult(String method, String params) throws IOException {
        Json result = member(ask(method, params), "result");
        if (result instanceof Json.Null) {
            throw new IOException(method + " failed");
        }
        return result;
    }

    /** A text of a result; empty where there is none. */
    static String text(Json result, String name) {
        return member(result, name) instanceof Json.Text text ? text.value() : "";
    }

    private static Json member(Json object, String name) {
        return object instanceof Json.Members members
                ? members.byName().getOrDefault(name, new Json.Null())
                : new Json.Null();
    }

    private static Json read(byte[] utf8) throws IOException {
        try {
            return JsonText.read(utf8);
        } catch (JsonException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
