// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** An agency behind its own port of the loopback address. */
final class AgencyServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    /** A certificate in base64 is some kilobytes. */
    private static final int LARGEST_QUESTION = 65_536;

    private final Desk desk;
    private final Duration slowness;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Mood mood = Mood.RIGHT;

    /**
     * Answers at once.
     *
     * @param port 0 for any free one
     * @param slowness how long it takes when it is slow
     */
    AgencyServer(Desk desk, int port, Duration slowness) throws IOException {
        this.desk = desk;
        this.slowness = slowness;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        server.createContext("/", this::serve);
        server.setExecutor(workers);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Mood mood() {
        lock.lock();
        try {
            return mood;
        } finally {
            lock.unlock();
        }
    }

    /** From now on; who waits for a slow answer gets it at once. */
    void become(Mood now) {
        lock.lock();
        try {
            mood = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Mood now = mood();
        if (now == Mood.DOWN || (now == Mood.SLOW && gaveUpWaiting())) {
            // Without an answer: the connection is dropped.
            exchange.close();
            return;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, new Answer(405, Json.object().put("error", "post_only")));
            return;
        }
        JsonNode question = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST_QUESTION));
        send(
                exchange,
                desk.answer(exchange.getRequestURI().getPath(), question, now == Mood.DISAGREE)
                        .orElseGet(Json::notFound));
    }

    /** Whether the server ended while it was slow. */
    private boolean gaveUpWaiting() {
        lock.lock();
        try {
            long left = slowness.toNanos();
            while (mood == Mood.SLOW && left > 0) {
                left = changed.awaitNanos(left);
            }
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
