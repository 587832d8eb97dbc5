// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Health and figures, on a port of their own of the loopback address: what they tell (how much is issued, how slow, which libraries' memory) is
 * nobody's business outside, and a port can be kept from the world by the machine itself, a path only by a rule in front that somebody may
 * forget. It is another server than the sites' too: when theirs has no thread left, this one still says so.
 *
 * <p>{@code /health/live}: 200 as long as the process answers at all. {@code /health} and {@code /health/ready}: 200 or 503, with the state of each
 * check and no reasons, which are in the log. {@code /metrics}.
 */
public final class ManagementServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPENMETRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    /** A page of the world whose name was made to mean this machine (DNS rebinding) has that name in its requests. */
    private static final Pattern OWN = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?");

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final Health health;
    private final Metrics metrics;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private record Reply(int status, String type, String text) {}

    /**
     * Answers at once.
     *
     * @param port 0 for any free one
     */
    public ManagementServer(int port, Health health, Metrics metrics) throws IOException {
        this.health = health;
        this.metrics = metrics;
        health.names().forEach(name -> metrics.health(name, () -> health.last(name)));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        server.createContext("/", this::serve);
        server.setExecutor(workers);
        server.start();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            boolean bare = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), bare ? -1 : body.length);
            if (!bare) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException, InterruptedException {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        if (!OWN.matcher(host).matches()) {
            return plain(404, "not found\n");
        }
        if (!METHODS.contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return plain(405, "only read here\n");
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/health/live" -> health(200, JSON.createObjectNode().put("status", "pass"));
            case "/health", "/health/ready" -> ready();
            case "/metrics" -> figures(exchange.getRequestHeaders().getFirst("Accept"));
            default -> plain(404, "not found\n");
        };
    }

    private Reply ready() throws IOException, InterruptedException {
        Health.Report report = health.report();
        ObjectNode body = JSON.createObjectNode().put("status", report.state().word());
        ObjectNode checks = body.putObject("checks");
        report.checks()
                .forEach((name, state) -> checks.putArray(name).addObject().put("status", state.word()));
        return health(report.state() == Health.State.FAIL ? 503 : 200, body);
    }

    /** The checks are asked first, so that alarms can stand on the figures alone. */
    private Reply figures(@Nullable String accept) throws InterruptedException {
        health.report();
        String type = accept != null && accept.contains("application/openmetrics-text") ? OPENMETRICS : TEXT;
        return new Reply(200, type, metrics.text(type));
    }

    private static Reply health(int status, ObjectNode body) throws IOException {
        return new Reply(status, "application/health+json", JSON.writeValueAsString(body) + "\n");
    }

    private static Reply plain(int status, String text) {
        return new Reply(status, "text/plain; charset=utf-8", text);
    }
}
