// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One process that does once what the host does for a person, so that the classes which this takes are in the class cache.
 *
 * @param arguments the main class and its arguments
 * @param messages what comes to it as frames
 * @param windows whether it needs a display
 */
record Rehearsal(String name, List<String> arguments, List<String> messages, boolean windows) {
    /** Everything that the image's users wait for. */
    static List<Rehearsal> all() {
        return List.of(frames());
    }

    /** The messages that a browser sends first, through the host's own main. */
    private static Rehearsal frames() {
        List<String> messages = List.of("""
                {"jsonrpc":"2.0","id":1,"method":"hello","params":{"protocol":1,"version":"0.1.0","language":"ru"}}""", """
                {"jsonrpc":"2.0","id":2,"method":"sites.list"}""", """
                {"jsonrpc":"2.0","id":3,"method":"consents.list","params":{}}""", """
                {"jsonrpc":"2.0","id":"4","method":"certificates.list","params":{"site":{"origin":"https://rehearsal.example","document":"1"}}}""", """
                {"jsonrpc":"2.0","id":"5","method":"nothing"}""");
        return new Rehearsal(
                "frames",
                List.of("org.obnova.host.Main", "chrome-extension://fbjelbfpgjfejkbeomneojeobmoamicn/"),
                messages,
                false);
    }

    /** Frames of native messaging. */
    byte[] input() {
        var all = new ByteArrayOutputStream();
        for (String message : messages) {
            byte[] json = message.getBytes(StandardCharsets.UTF_8);
            all.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(json.length)
                    .array());
            all.writeBytes(json);
        }
        return all.toByteArray();
    }
}
