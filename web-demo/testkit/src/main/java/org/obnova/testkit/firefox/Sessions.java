// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of a server, and the commands about them. */
final class Sessions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode NOTHING = JsonNodeFactory.instance.nullNode();

    private final Map<String, BridgeSession> sessions = new ConcurrentHashMap<>();
    private final Path log;

    /** None yet; the output of each Firefox is appended to a file. */
    Sessions(Path log) {
        this.log = log;
    }

    /**
     * Does a command.
     *
     * @return the {@code value} of the reply
     */
    JsonNode run(String method, URI uri, byte[] body) throws WebDriverError {
        List<String> path = segments(uri);
        if (path.equals(List.of("status"))) {
            return JsonNodeFactory.instance.objectNode().put("ready", true).put("message", "");
        }
        if (!path.getFirst().equals("session")) {
            throw new WebDriverError(WebDriverError.UNKNOWN_COMMAND, uri.getPath());
        }
        if (path.size() == 1) {
            demand(method, "POST");
            return create(parameters(body));
        }
        BridgeSession session = sessions.get(path.get(1));
        if (session == null) {
            throw new WebDriverError(WebDriverError.INVALID_SESSION, "there is no session " + path.get(1));
        }
        if (path.size() == 2) {
            demand(method, "DELETE");
            end(session);
            return NOTHING;
        }
        return run(session, method, path.subList(2, path.size()), method.equals("POST") ? parameters(body) : empty());
    }

    private static void demand(String method, String only) throws WebDriverError {
        if (!method.equals(only)) {
            throw new WebDriverError(WebDriverError.UNKNOWN_METHOD, method);
        }
    }

    private JsonNode create(ObjectNode request) throws WebDriverError {
        try {
            BridgeSession session = BridgeSession.create(Wish.of(request), log);
            sessions.put(session.id(), session);
            return session.created();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebDriverError(WebDriverError.NOT_CREATED, "the server is closed");
        }
    }

    private JsonNode run(BridgeSession session, String method, List<String> path, ObjectNode parameters)
            throws WebDriverError {
        try {
            JsonNode value = session.run(method, path, parameters);
            if (BridgeSession.isLastWindow(method, path, value)) {
                end(session);
            }
            return value;
        } catch (IOException e) {
            end(session);
            throw new WebDriverError(WebDriverError.UNKNOWN_ERROR, "Firefox is gone: " + e.getMessage());
        }
    }

    private void end(BridgeSession session) {
        sessions.remove(session.id());
        session.end();
    }

    /** Ends all. */
    void endAll() {
        List.copyOf(sessions.values()).forEach(this::end);
    }

    private static List<String> segments(URI uri) {
        return Arrays.stream(uri.getRawPath().replaceFirst("^/", "").split("/", -1))
                // In a path a plus is a plus.
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private static ObjectNode parameters(byte[] body) throws WebDriverError {
        try {
            if (JSON.readTree(new String(body, StandardCharsets.UTF_8)) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new WebDriverError(WebDriverError.INVALID_ARGUMENT, "no JSON: " + e.getOriginalMessage());
        }
        throw new WebDriverError(WebDriverError.INVALID_ARGUMENT, "a body must be an object");
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
