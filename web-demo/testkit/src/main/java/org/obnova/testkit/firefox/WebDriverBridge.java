// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server to which a WebDriver client talks, in place of geckodriver: each new session starts a Firefox of its own, and ends it.
 *
 * <p>It listens on 127.0.0.1 only, and serves no page of a site: {@link Caller} tells those apart.
 */
public final class WebDriverBridge implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Sessions sessions;

    private WebDriverBridge(HttpServer server, Sessions sessions) {
        this.server = server;
        this.sessions = sessions;
    }

    /**
     * Starts it.
     *
     * @param port at which it listens; 0: any that is free
     * @param log a file to which the output of Firefox is appended
     */
    public static WebDriverBridge start(int port, Path log) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        WebDriverBridge bridge = new WebDriverBridge(server, new Sessions(log));
        server.createContext("/", bridge::handle);
        server.setExecutor(bridge.threads);
        server.start();
        return bridge;
    }

    /** What a client is given, e.g. {@code http://127.0.0.1:4444}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            ObjectNode reply = JsonNodeFactory.instance.objectNode();
            int status = 200;
            try {
                Caller.check(exchange.getRequestHeaders(), body.length > 0);
                reply.set("value", sessions.run(exchange.getRequestMethod(), exchange.getRequestURI(), body));
            } catch (WebDriverError e) {
                status = e.status();
                reply.set("value", told(e));
            }
            byte[] octets = JSON.writeValueAsBytes(reply);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(status, octets.length);
            exchange.getResponseBody().write(octets);
        }
    }

    private static JsonNode told(WebDriverError failure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("error", failure.error())
                .put("message", failure.message())
                .put("stacktrace", failure.stack());
    }

    /** Ends every Firefox that it started, and itself. */
    @Override
    public void close() {
        sessions.endAll();
        server.stop(0);
        // A session may just be beginning: it is given up, or else ended as the others were.
        threads.shutdownNow();
        threads.close();
        sessions.endAll();
    }
}
