// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A Marionette that says what a test has written down: a greeting, then one text for each command, sent as it is; where nothing is left it says
 * no more.
 */
final class FakeMarionette implements AutoCloseable {
    static final String GREETING = framed("{\"applicationType\":\"gecko\",\"marionetteProtocol\":3}");

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;

    FakeMarionette(String... said) throws IOException {
        thread = Thread.ofVirtual().start(() -> serve(List.of(said)));
    }

    /** A message as it travels. */
    static String framed(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length + ":" + json;
    }

    int port() {
        return server.getLocalPort();
    }

    /** The commands that came, as JSON. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void serve(List<String> said) {
        try (Socket client = server.accept()) {
            for (int i = 0; i < said.size(); i++) {
                if (i > 0) {
                    heard.add(read(client.getInputStream()));
                }
                client.getOutputStream().write(said.get(i).getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
            }
            client.shutdownOutput();
            heard.add(read(client.getInputStream()));
        } catch (IOException e) {
            // The other end has closed the connection: the test is over.
        }
    }

    private static String read(InputStream input) throws IOException {
        StringBuilder length = new StringBuilder();
        for (int octet = input.read(); octet != ':'; octet = input.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            length.append((char) octet);
        }
        return new String(input.readNBytes(Integer.parseInt(length.toString())), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
        thread.interrupt();
    }
}
