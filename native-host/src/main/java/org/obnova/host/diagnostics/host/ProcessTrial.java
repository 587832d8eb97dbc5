// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/** {@link HostTrial} with a real process and frames of native messaging. */
public final class ProcessTrial implements HostTrial {
    private static final byte[] HELLO =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_REPLY = 1 << 20;
    private static final Duration LAST_BREATH = Duration.ofSeconds(2);

    private final Duration patience;

    /** @param patience how long an answer is waited for */
    public ProcessTrial(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Answer greet(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return new Answer.NotStarted(String.valueOf(e.getMessage()));
        }
        CompletableFuture<Boolean> tooLate = new CompletableFuture<>();
        Thread watch = Thread.ofVirtual().start(() -> endInTime(process, tooLate));
        try {
            return talk(process, tooLate);
        } finally {
            watch.interrupt();
            process.destroyForcibly();
        }
    }

    private static Answer talk(Process process, CompletableFuture<Boolean> tooLate) {
        byte[] reply;
        try (InputStream from = process.getInputStream()) {
            greet(process.getOutputStream());
            reply = reply(from);
        } catch (IOException e) {
            reply = new byte[0];
        }
        if (tooLate.isDone()) {
            return new Answer.Silent();
        }
        if (reply.length == 0) {
            return new Answer.Ended(statusOf(process));
        }
        return version(reply);
    }

    /** Whoever has ended already hears nothing, and may have said something before. */
    private static void greet(OutputStream to) {
        try {
            to.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.nativeOrder())
                    .putInt(HELLO.length)
                    .array());
            to.write(HELLO);
            to.flush();
        } catch (IOException e) {
            return;
        }
    }

    private static byte[] reply(InputStream from) throws IOException {
        byte[] head = from.readNBytes(4);
        if (head.length < 4) {
            return new byte[0];
        }
        int length = ByteBuffer.wrap(head).order(ByteOrder.nativeOrder()).getInt();
        return length < 1 || length > MAX_REPLY ? head : from.readNBytes(length);
    }

    private static Answer version(byte[] reply) {
        try {
            if (JsonText.read(reply) instanceof Json.Members(var fields)
                    && fields.get("result") instanceof Json.Members(var result)
                    && result.get("version") instanceof Json.Text(var version)) {
                return new Answer.Version(version);
            }
        } catch (JsonException e) {
            return new Answer.Garbled();
        }
        return new Answer.Garbled();
    }

    private static int statusOf(Process process) {
        try {
            return process.waitFor(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void endInTime(Process process, CompletableFuture<Boolean> tooLate) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                tooLate.complete(true);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            return; // It has answered.
        }
    }
}
