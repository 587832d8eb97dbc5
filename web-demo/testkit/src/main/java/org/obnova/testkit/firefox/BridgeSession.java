// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A WebDriver session: one Firefox. */
final class BridgeSession {
    private final FirefoxProcess firefox;
    private final JsonNode created;

    private BridgeSession(FirefoxProcess firefox, JsonNode created) {
        this.firefox = firefox;
        this.created = created;
    }

    /** Starts Firefox and a session in it. */
    static BridgeSession create(Wish wish, Path log) throws WebDriverError, InterruptedException {
        FirefoxProcess firefox;
        try {
            firefox = FirefoxProcess.start(wish.start(), log);
        } catch (IOException e) {
            throw new WebDriverError(WebDriverError.NOT_CREATED, String.valueOf(e.getMessage()));
        }
        try {
            return new BridgeSession(firefox, firefox.marionette().send("WebDriver:NewSession", wish.capabilities()));
        } catch (IOException e) {
            quit(firefox);
            throw new WebDriverError(WebDriverError.NOT_CREATED, String.valueOf(e.getMessage()));
        } catch (WebDriverError e) {
            quit(firefox);
            throw e;
        }
    }

    /** Its id. */
    String id() {
        return created.path("sessionId").asText();
    }

    /** What the client is told of it: {@code sessionId} and {@code capabilities}. */
    JsonNode created() {
        return created;
    }

    /**
     * Does a command.
     *
     * @param path what follows the session's id
     * @throws IOException when Firefox is gone
     */
    JsonNode run(String method, List<String> path, ObjectNode parameters) throws IOException, WebDriverError {
        List<Route> routes =
                Routes.ALL.stream().filter(route -> route.leads(path)).toList();
        if (routes.isEmpty()) {
            throw new WebDriverError(WebDriverError.UNKNOWN_COMMAND, String.join("/", path));
        }
        Stream<Route> fitting = routes.stream().filter(route -> route.method().equals(method));
        Route route = fitting.findFirst()
                .orElseThrow(() ->
                        new WebDriverError(WebDriverError.UNKNOWN_METHOD, method + " of " + String.join("/", path)));
        route.variables(path, parameters);
        return route.translation().run(firefox.marionette()::send, parameters);
    }

    /** Whether the last window was closed, which ends a session (section 11.2). */
    static boolean isLastWindow(String method, List<String> path, JsonNode handles) {
        return method.equals("DELETE") && path.equals(List.of("window")) && handles.isArray() && handles.isEmpty();
    }

    /** Ends Firefox. */
    void end() {
        quit(firefox);
    }

    private static void quit(FirefoxProcess firefox) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.putArray("flags").add("eForceQuit");
        try {
            firefox.marionette().send("Marionette:Quit", parameters);
        } catch (IOException | WebDriverError e) {
            firefox.kill(); // It is gone already, or does not do as it is told.
        }
        firefox.close();
    }
}
