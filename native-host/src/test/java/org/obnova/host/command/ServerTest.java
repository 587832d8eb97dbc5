// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.EventLog;
import org.obnova.host.messaging.FrameReader;
import org.obnova.host.messaging.FrameWriter;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.task.Task;

class ServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private FrameReader replies;

    @SuppressWarnings("NullAway.Init")
    private FrameWriter writer;

    @BeforeEach
    void connect() throws IOException {
        PipedInputStream read = new PipedInputStream(1024 * 1024);
        writer = new FrameWriter(new PipedOutputStream(read), () -> {});
        replies = new FrameReader(read);
    }

    /** Whose it was is not known: with the host all requests end, so that none waits for ever, and what writes has its time. */
    @Test
    void frameForWhichThereIsNoRoom_beTheLast_andWhatWritesFinishes() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch cancelTried = new CountDownLatch(1);
        Dispatcher dispatcher = new Dispatcher(
                () -> {},
                (request, language, cancellation, listener) -> {
                    try (Task.Uncancellable _ = cancellation.writing()) {
                        writing.countDown();
                        cancelTried.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new WorkResult.Revoked(1);
                },
                writer,
                new Silence(),
                () -> new ShownToPages("/home/anna"));
        byte[] request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sites.list\"}".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer first = ByteBuffer.allocate(4 + request.length).order(ByteOrder.LITTLE_ENDIAN);
        first.putInt(request.length).put(request);
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(first.array()), new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError();
            }

            @Override
            public int read(byte[] octets, int offset, int length) {
                try {
                    writing.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                throw new OutOfMemoryError();
            }
        });

        FutureTask<Integer> serving =
                new FutureTask<>(() -> new Server(new FrameReader(in), writer, dispatcher).serve());
        Thread server = new Thread(serving);
        server.start();
        while (server.getState() != Thread.State.TIMED_WAITING) { // It has cancelled, and waits for what it could not.
            Thread.onSpinWait();
        }
        cancelTried.countDown();

        assertThat(serving.get()).isEqualTo(2);

        List<JsonNode> both = List.of(next(), next());
        assertThat(both).anySatisfy(reply -> assertThat(reply.has("result")).isTrue());
        assertThat(both).anySatisfy(reply -> {
            assertThat(reply.at("/error/data/name").asText()).isEqualTo("parse_error");
            assertThat(reply.get("id").isNull()).isTrue();
        });
    }

    private JsonNode next() throws IOException {
        byte[] frame = replies.read();
        assertThat(frame).isNotNull();
        return JSON.readTree(frame);
    }

    private static final class Silence implements EventLog {
        @Override
        public void done(String method) {}

        @Override
        public void failed(String method, Fault fault) {}

        @Override
        public String incident(Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
