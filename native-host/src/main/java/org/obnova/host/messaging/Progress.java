// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Step;

/** Sends {@code progress} for one request: at most twenty a second, but each new step, each end of a step, and what is left at the end. */
public final class Progress implements ProgressListener {
    private static final long MIN_GAP_NANOS = 50_000_000;

    private final RequestId id;
    private final Language language;
    private final FrameWriter writer;
    private final LongSupplier nanoTime;

    private @Nullable Step lastStep;
    private boolean lastWaiting;
    private long lastSent;
    private byte @Nullable [] held;

    /** @param nanoTime a clock that never goes back, in nanoseconds */
    public Progress(RequestId id, Language language, FrameWriter writer, LongSupplier nanoTime) {
        this.id = id;
        this.language = language;
        this.writer = writer;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void waiting(Step step) {
        if (step != lastStep || !lastWaiting) {
            flush();
            send(step, true, encode(step, "waiting", -1, -1));
        }
    }

    @Override
    public synchronized void progress(Step step, int done, int total) {
        byte[] frame = encode(step, "running", done, total);
        boolean news = step != lastStep || lastWaiting || done == total;
        if (news) {
            flushOf(step);
            send(step, false, frame);
        } else if (nanoTime.getAsLong() - lastSent >= MIN_GAP_NANOS) {
            send(step, false, frame);
        } else {
            held = frame;
        }
    }

    /** Sends what was held back; to be called before the request's reply. */
    public synchronized void flush() {
        byte[] frame = held;
        if (frame != null) {
            held = null;
            writer.writeIfRoom(frame);
        }
    }

    /** What was held back of another step was that step's last word; of this step, the new frame says more. */
    private void flushOf(Step next) {
        if (next != lastStep) {
            flush();
        }
    }

    private void send(Step step, boolean waiting, byte[] frame) {
        held = null;
        lastStep = step;
        lastWaiting = waiting;
        lastSent = nanoTime.getAsLong();
        writer.writeIfRoom(frame);
    }

    private byte[] encode(Step step, String state, int done, int total) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
        try (JsonWriter out = JsonText.writer(octets)) {
            out.writeStartObject();
            out.writeStringField("jsonrpc", "2.0");
            out.writeStringField("method", "progress");
            out.writeObjectFieldStart("params");
            out.writeFieldName("id");
            id.write(out);
            out.writeStringField("step", step.wireName());
            out.writeStringField("state", state);
            if (total > 0) {
                out.writeNumberField("done", done);
                out.writeNumberField("total", total);
            }
            out.writeStringField("text", StepTexts.of(step, language));
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
