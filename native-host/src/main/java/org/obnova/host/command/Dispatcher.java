// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.EventLog;
import org.obnova.host.messaging.Envelope;
import org.obnova.host.messaging.FrameWriter;
import org.obnova.host.messaging.Progress;
import org.obnova.host.messaging.Reply;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.RequestId;
import org.obnova.host.messaging.Result;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;

/**
 * Takes each frame to its one reply. The one edge at which exceptions become error replies. {@code hello} and {@code cancel} are answered by the
 * reading thread; all else runs on a virtual thread of its own.
 */
public final class Dispatcher {
    /** How many requests may be under way. */
    public static final int MAX_UNDER_WAY = 32;

    private final Map<RequestId, Cancellation> underWay = new ConcurrentHashMap<>();
    private final Set<Cancellation> unanswered = new HashSet<>();
    private final CallerCheck caller;
    private final WorkRunner work;
    private final FrameWriter writer;
    private final EventLog log;
    private final Supplier<ShownToPages> shown;

    private volatile Language language = Language.RU;

    /**
     * Starts nothing.
     *
     * @param shown what of this computer's places a reply may tell; asked for at a failure only
     */
    public Dispatcher(
            CallerCheck caller, WorkRunner work, FrameWriter writer, EventLog log, Supplier<ShownToPages> shown) {
        this.caller = caller;
        this.work = work;
        this.writer = writer;
        this.log = log;
        this.shown = shown;
    }

    /** Takes a frame; to be called by one thread only, the one that reads. */
    public void accept(byte[] frame) {
        Envelope envelope = Envelope.open(frame);
        RequestId id = envelope.id();
        try {
            Fault fault = envelope.fault();
            if (fault != null || id == null) {
                throw fault == null ? new Fault(ErrorCode.INVALID_REQUEST, "no id") : fault;
            }
            caller.check();
            if (underWay.containsKey(id)) {
                throw new Fault(ErrorCode.DUPLICATE_ID, "under way");
            }
            Request request = envelope.request();
            // Not a switch over types: its bootstrap would be a tenth of the start.
            if (request instanceof Request.Control control) {
                writer.write(Reply.result(id, control(control)));
            } else {
                start(id, (Request.Work) request, envelope.knownMethod());
            }
        } catch (Fault fault) {
            log.failed(envelope.knownMethod(), fault);
            writer.write(error(id, fault, language));
        } catch (OutOfMemoryError e) { // What filled the memory is garbage now, and others have requests under way.
            writer.write(Reply.error(id, new Fault(ErrorCode.INTERNAL_ERROR, log.incident(e), e), language));
        }
    }

    /** The frame boundary is lost: the last reply. */
    public void boundaryLost(String detail) {
        writer.write(Reply.error(null, new Fault(ErrorCode.PARSE_ERROR, detail), language));
    }

    /** Cancels whatever is under way, and waits for what cannot be cancelled. */
    public void end(long millis) {
        for (Cancellation cancellation : underWay.values()) {
            cancellation.cancel();
        }
        long deadline = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        synchronized (unanswered) {
            while (!unanswered.isEmpty() && left > 0) {
                try {
                    unanswered.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        }
    }

    private Result control(Request.Control control) {
        if (control instanceof Request.Hello hello) {
            Language wanted = hello.language();
            Result greeting = HelloCommand.run(hello, wanted == null ? language : wanted);
            language = wanted == null ? language : wanted;
            return greeting;
        }
        Cancellation cancellation = underWay.get(((Request.Cancel) control).id());
        return new Result.Cancelled(cancellation != null && cancellation.cancel());
    }

    private void start(RequestId id, Request.Work request, String method) {
        if (underWay.size() >= MAX_UNDER_WAY) {
            throw new Fault(ErrorCode.BUSY, "at most " + MAX_UNDER_WAY + " requests may be under way");
        }
        Cancellation cancellation = new Cancellation();
        underWay.put(id, cancellation);
        synchronized (unanswered) {
            unanswered.add(cancellation);
        }
        Thread.ofVirtual().start(() -> work(id, request, method, cancellation));
    }

    private void work(RequestId id, Request.Work request, String method, Cancellation cancellation) {
        Language spoken = language;
        Progress progress = new Progress(id, spoken, writer, System::nanoTime);
        byte[] reply = null;
        Fault fault = null;
        try {
            reply = Reply.result(id, work.run(request, spoken, cancellation, progress));
            if (reply.length > FrameWriter.MAX_LENGTH) {
                fault = new Fault(ErrorCode.REPLY_TOO_LARGE, reply.length + " bytes");
            }
        } catch (Fault f) {
            fault = f;
        } catch (Throwable t) { // The one edge: whatever happened, the request has exactly one reply and the host lives
            // on.
            fault = new Fault(ErrorCode.INTERNAL_ERROR, log.incident(t), t);
        }
        if (cancellation.end()) {
            fault = new Fault(ErrorCode.CANCELLED, "cancelled");
        }
        answer(id, method, progress, reply, fault, spoken);
        synchronized (unanswered) {
            unanswered.remove(cancellation);
            unanswered.notifyAll();
        }
    }

    /** A page is told no place of the person's home, whatever has failed. */
    private byte[] error(@Nullable RequestId id, Fault fault, Language spoken) {
        return Reply.error(id, shown.get().masked(fault), spoken);
    }

    private void answer(
            RequestId id,
            String method,
            Progress progress,
            byte @Nullable [] reply,
            @Nullable Fault fault,
            Language spoken) {
        progress.flush();
        // The id is free again before the page can see the reply.
        underWay.remove(id);
        if (fault != null) {
            log.failed(method, fault);
            writer.write(error(id, fault, spoken));
        } else if (reply != null) {
            log.done(method);
            writer.write(reply);
        }
    }
}
