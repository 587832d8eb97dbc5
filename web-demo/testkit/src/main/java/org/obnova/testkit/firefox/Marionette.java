// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection to Firefox's Marionette server. A message is its length in octets, in decimal, a colon, and JSON in UTF-8: {@code [0, id, command,
 * parameters]} there, {@code [1, id, error, result]} back. One command at a time, as WebDriver has it.
 */
final class Marionette implements AutoCloseable {
    /** The version of the protocol that this class speaks; Firefox has it since 2017. */
    private static final int PROTOCOL = 3;

    /** A length of more digits is none. */
    private static final int MOST_DIGITS = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final InputStream input;
    private int lastId;

    private Marionette(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Connects to a port of 127.0.0.1, and hears the greeting.
     *
     * @throws IOException also where something else than Marionette answers
     */
    static Marionette connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        try {
            socket.setTcpNoDelay(true);
            Marionette marionette = new Marionette(socket);
            JsonNode greeting = marionette.read();
            int protocol = greeting.path("marionetteProtocol").asInt();
            if (protocol != PROTOCOL) {
                throw new IOException("Marionette of protocol " + PROTOCOL + " was expected, not " + greeting);
            }
            return marionette;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Sends a command and waits for its result, however long it takes: Firefox itself keeps the session's timeouts.
     *
     * @throws WebDriverError what Firefox says against it
     * @throws IOException when the connection is lost, or does not speak the protocol; it is of no use any more then
     */
    synchronized JsonNode send(String command, JsonNode parameters) throws IOException, WebDriverError {
        int id = ++lastId;
        ArrayNode message = JSON.createArrayNode().add(0).add(id).add(command).add(parameters);
        byte[] octets = JSON.writeValueAsBytes(message);
        socket.getOutputStream().write((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
        JsonNode reply = read();
        if (reply.path(0).asInt() != 1 || reply.path(1).asInt() != id) {
            throw new IOException("a reply to command " + id + " was expected, not " + abbreviated(reply.toString()));
        }
        JsonNode error = reply.path(2);
        if (error.isObject()) {
            throw new WebDriverError(
                    error.path("error").asText(WebDriverError.UNKNOWN_ERROR),
                    error.path("message").asText(),
                    error.path("stacktrace").asText());
        }
        return reply.path(3);
    }

    private JsonNode read() throws IOException {
        int length = readLength();
        byte[] octets = input.readNBytes(length);
        if (octets.length < length) {
            throw new EOFException("Firefox has closed the connection in the middle of a message");
        }
        return JSON.readTree(octets);
    }

    private int readLength() throws IOException {
        StringBuilder digits = new StringBuilder();
        for (int octet = input.read(); octet != ':'; octet = input.read()) {
            if (octet < 0) {
                throw new EOFException("Firefox has closed the connection");
            }
            digits.append((char) octet);
            if (octet < '0' || octet > '9' || digits.length() > MOST_DIGITS) {
                throw new IOException("a length was expected, not " + digits);
            }
        }
        try {
            return Integer.parseInt(digits.toString());
        } catch (NumberFormatException e) {
            throw new IOException("a length was expected, not «" + digits + "»", e);
        }
    }

    private static String abbreviated(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
