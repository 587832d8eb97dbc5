// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.EventLog;
import org.obnova.host.messaging.FrameReader;
import org.obnova.host.messaging.FrameWriter;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

class DispatcherTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> notes = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private FrameReader replies;

    @SuppressWarnings("NullAway.Init")
    private FrameWriter writer;

    @BeforeEach
    void connect() throws IOException {
        PipedInputStream read = new PipedInputStream(8 * 1024 * 1024);
        writer = new FrameWriter(new PipedOutputStream(read), () -> {});
        replies = new FrameReader(read);
    }

    @Test
    void request_getItsResult_whileAnotherWaits() throws IOException {
        CompletableFuture<String> never = new CompletableFuture<>();
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            if (notes.isEmpty()) {
                notes.add("first");
                cancellation.await(never);
            }
            return new WorkResult.Revoked(1);
        });

        send(dispatcher, "\"slow\"", "sites.list");
        await().until(() -> !notes.isEmpty());
        send(dispatcher, "\"fast\"", "sites.list");

        assertThat(next().get("id").asText()).isEqualTo("fast");
    }

    @Test
    void failure_tellNoPlaceOfTheHome() throws IOException {
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            throw new Fault(
                    ErrorCode.SETTINGS_INVALID,
                    "in /home/anna/.config/obnova/host.json",
                    Map.of("file", "/home/anna/.config/obnova/host.json"),
                    null);
        });
        send(dispatcher, "1", "sites.list");

        JsonNode reply = next();
        assertThat(reply.toString()).doesNotContain("/home/anna");
        assertThat(reply.at("/error/message").asText()
                        + reply.at("/error/data/hint").asText())
                .contains("~/.config/obnova/host.json");
        assertThat(reply.at("/error/data/detail").asText()).isEqualTo("in ~/.config/obnova/host.json");
    }

    @Test
    void duplicateId_beRefused_andTheFirstGoOn() throws IOException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            cancellation.await(answer);
            return new WorkResult.Revoked(1);
        });
        send(dispatcher, "1", "sites.list");

        send(dispatcher, "1", "hello");
        assertThat(errorName(next())).isEqualTo("duplicate_id");
        send(dispatcher, "\"1\"", "hello");
        assertThat(next().has("result")).as("a string is another id").isTrue();
        answer.complete("go on");
        JsonNode first = next();

        assertThat(first.get("id").asInt()).isEqualTo(1);
        assertThat(first.has("result")).isTrue();
        send(dispatcher, "1", "hello");
        assertThat(next().has("result")).as("an id is free after its reply").isTrue();
    }

    @Test
    void cancel_giveTrueAndOneCancelledReply_whenTheRequestWaits() throws IOException {
        CompletableFuture<String> never = new CompletableFuture<>();
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            cancellation.await(never);
            return new WorkResult.Revoked(1);
        });
        send(dispatcher, "1", "sites.list");

        cancel(dispatcher, "2", "1");
        List<JsonNode> both = List.of(next(), next());

        assertThat(both)
                .anySatisfy(reply ->
                        assertThat(reply.at("/result/cancelled").asBoolean()).isTrue());
        assertThat(both).anySatisfy(reply -> {
            assertThat(reply.get("id").asInt()).isEqualTo(1);
            assertThat(errorName(reply)).isEqualTo("cancelled");
        });
        cancel(dispatcher, "3", "1");
        assertThat(next().at("/result/cancelled").asBoolean(true)).isFalse();
    }

    @Test
    void cancel_giveFalse_whileTheRequestWrites() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            try (Task.Uncancellable _ = cancellation.writing()) {
                writing.countDown();
                written.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new WorkResult.Revoked(1);
        });
        send(dispatcher, "1", "sites.list");
        writing.await();

        cancel(dispatcher, "2", "1");
        assertThat(next().at("/result/cancelled").asBoolean(true)).isFalse();
        written.countDown();

        assertThat(next().at("/result/revoked").asInt()).isEqualTo(1);
    }

    @Test
    void cancelledRequest_getCancelled_evenWhenItsWorkCameToAResult() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            started.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new WorkResult.Revoked(1);
        });
        send(dispatcher, "1", "sites.list");
        started.await();
        cancel(dispatcher, "2", "1");
        assertThat(next().at("/result/cancelled").asBoolean()).isTrue();
        goOn.countDown();

        assertThat(errorName(next())).isEqualTo("cancelled");
    }

    @Test
    void thirtyThirdRequest_beRefusedAsBusy_andCancelStillWorks() throws IOException {
        CompletableFuture<String> never = new CompletableFuture<>();
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            cancellation.await(never.copy());
            return new WorkResult.Revoked(1);
        });
        for (int i = 1; i <= Dispatcher.MAX_UNDER_WAY; i++) {
            send(dispatcher, String.valueOf(i), "sites.list");
        }

        send(dispatcher, "99", "sites.list");
        assertThat(errorName(next())).isEqualTo("busy");
        cancel(dispatcher, "100", "5");
        assertThat(List.of(next(), next()))
                .anySatisfy(reply -> assertThat(errorName(reply)).isEqualTo("cancelled"));
        send(dispatcher, "101", "hello");
        assertThat(next().has("result")).isTrue();
    }

    @Test
    void tooLargeAReply_becomeAnError() throws IOException {
        WorkResult.Copied large = new WorkResult.Copied("x".repeat(FrameWriter.MAX_LENGTH));
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> large);

        send(dispatcher, "1", "sites.list");

        assertThat(errorName(next())).isEqualTo("reply_too_large");
    }

    @Test
    void unexpectedException_becomeInternalError_withoutItsMessage() throws IOException {
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            throw new IllegalStateException("hunter2");
        });

        send(dispatcher, "1", "sites.list");
        JsonNode reply = next();

        assertThat(errorName(reply)).isEqualTo("internal_error");
        assertThat(reply.toString()).doesNotContain("hunter2");
        assertThat(notes).containsExactly("incident java.lang.IllegalStateException");
    }

    @Test
    void deepRecursion_becomeInternalError_andTheHostLivesOn() throws IOException {
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            throw new StackOverflowError();
        });

        send(dispatcher, "1", "sites.list");
        assertThat(errorName(next())).isEqualTo("internal_error");
        send(dispatcher, "2", "hello");

        assertThat(next().has("result")).isTrue();
    }

    /** Of the thread that reads: without it nobody could ask anything any more. */
    @Test
    void fullMemory_becomeInternalError_andTheHostReadsOn() throws IOException {
        CountDownLatch once = new CountDownLatch(1);
        CallerCheck hungry = () -> {
            if (once.getCount() > 0) {
                once.countDown();
                throw new OutOfMemoryError();
            }
        };
        Dispatcher dispatcher = new Dispatcher(
                hungry,
                (request, language, cancellation, listener) -> new WorkResult.Revoked(1),
                writer,
                new Notes(),
                () -> new ShownToPages("/home/anna"));

        send(dispatcher, "1", "sites.list");
        JsonNode reply = next();
        assertThat(errorName(reply)).isEqualTo("internal_error");
        assertThat(reply.get("id").asInt()).isEqualTo(1);
        assertThat(notes).containsExactly("incident java.lang.OutOfMemoryError");
        send(dispatcher, "2", "sites.list");

        assertThat(next().has("result")).isTrue();
    }

    @Test
    void fault_becomeItsCode_inTheLanguageOfHello() throws IOException {
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            throw new Fault(ErrorCode.STORAGE_FULL, "no room");
        });
        dispatcher.accept(utf8("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\",\"params\":{\"language\":\"en\"}}"));
        next();

        send(dispatcher, "2", "sites.list");
        JsonNode reply = next();

        assertThat(reply.at("/error/code").asInt()).isEqualTo(ErrorCode.STORAGE_FULL.number());
        assertThat(reply.at("/error/message").asText()).isEqualTo("There is not enough room on the medium.");
        assertThat(reply.at("/error/data/detail").asText()).isEqualTo("no room");
    }

    @Test
    void progress_comeBeforeTheReply_andAtMostTwentyASecond() throws IOException {
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            for (int i = 0; i <= 999; i++) {
                listener.progress(Step.ENTROPY, i, 1000);
            }
            return new WorkResult.Revoked(1);
        });

        send(dispatcher, "1", "sites.list");
        List<Integer> done = new ArrayList<>();
        JsonNode message = next();
        for (; message.has("method"); message = next()) {
            done.add(message.at("/params/done").asInt());
        }

        assertThat(message.has("result")).isTrue();
        assertThat(done).startsWith(0).endsWith(999).isSorted().hasSizeLessThan(100);
    }

    @Test
    void end_cancelWhatWaits_andLetWhatWritesFinish() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<String> never = new CompletableFuture<>();
        Dispatcher dispatcher = dispatcher((request, language, cancellation, listener) -> {
            if (request instanceof org.obnova.host.messaging.Request.SitesList) {
                cancellation.await(never);
            }
            try (Task.Uncancellable _ = cancellation.writing()) {
                writing.countDown();
                written.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new WorkResult.Revoked(1);
        });
        send(dispatcher, "1", "sites.list");
        send(dispatcher, "2", "consents.list");
        writing.await();

        Thread end = Thread.ofPlatform().start(() -> dispatcher.end(10_000));
        JsonNode first = next();
        // Waiting for the rest, it has tried to cancel each.
        while (end.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        written.countDown();
        end.join();

        assertThat(errorName(first)).isEqualTo("cancelled");
        assertThat(next().at("/result/revoked").asInt()).isEqualTo(1);
    }

    private Dispatcher dispatcher(WorkRunner work) {
        return new Dispatcher(() -> {}, work, writer, new Notes(), () -> new ShownToPages("/home/anna"));
    }

    private static void send(Dispatcher dispatcher, String id, String method) {
        dispatcher.accept(utf8("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\"}"));
    }

    private static void cancel(Dispatcher dispatcher, String id, String which) {
        dispatcher.accept(utf8(
                "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"cancel\",\"params\":{\"id\":" + which + "}}"));
    }

    private JsonNode next() throws IOException {
        byte[] frame = replies.read();
        assertThat(frame).isNotNull();
        return JSON.readTree(frame);
    }

    private static String errorName(JsonNode reply) {
        return reply.at("/error/data/name").asText();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Notes implements EventLog {
        @Override
        public void done(String method) {}

        @Override
        public void failed(String method, Fault fault) {}

        @Override
        public String incident(Throwable cause) {
            notes.add("incident " + cause.getClass().getName());
            return "incident";
        }
    }
}
