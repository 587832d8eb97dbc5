// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to one agency: asks, waits, tries again, and leaves alone who stays silent. */
final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** An answer is some hundred bytes. */
    private static final int LARGEST_ANSWER = 65_536;

    private final Agency agency;
    private final URI address;
    private final Patience patience;
    private final Silence silence;
    private final HttpClient client;
    private final CountDownLatch closed = new CountDownLatch(1);

    Line(Agency agency, URI address, Patience patience, InstantSource clock) {
        this.agency = agency;
        this.address = address;
        this.patience = patience;
        this.silence = new Silence(patience, clock);
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.connect())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Asks. The question must do no harm when it is asked twice.
     *
     * @param path begins with a slash
     */
    Reply ask(String path, JsonNode question) {
        if (silence.resting()) {
            return new Reply.Nothing();
        }
        Duration pause = patience.pause();
        for (int left = patience.tries(); left > 0; left--) {
            Optional<Reply> reply = once(path, question);
            if (reply.isPresent()) {
                silence.broken();
                return reply.get();
            }
            if (left > 1 && waited(pause)) {
                break;
            }
            pause = pause.multipliedBy(2);
        }
        silence.goesOn();
        LOG.warn("{} does not answer {}", agency.wireName(), path);
        return new Reply.Nothing();
    }

    @Override
    public void close() {
        closed.countDown();
        client.shutdownNow();
    }

    private Optional<Reply> once(String path, JsonNode question) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            // HttpRequest.timeout ends with the headers: a body that drips would hold the person for ever.
            return read(sent.get(patience.connect().plus(patience.answer()).toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | IOException silent) {
            return Optional.empty();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            sent.cancel(true);
        }
    }

    private static Optional<Reply> read(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        return switch (status) {
            case 200, 201 -> {
                JsonNode body = JSON.readTree(response.body());
                yield body.isObject() ? Optional.of(new Reply.Found(body)) : Optional.empty();
            }
            case 404, 409, 422 -> Optional.of(new Reply.Refused(status));
            default -> Optional.empty();
        };
    }

    /** Whether the line was closed while it waited. */
    private boolean waited(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
