// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Calls;
import org.obnova.host.storage.token.wire.Frame;

/**
 * Reads calls on a thread of its own, so that the end of the host is noticed while the module works. The end of input, like anything that is no call,
 * ends the process: in order where the module is idle, by force where it does not come back in time.
 */
final class CallQueue extends Thread {
    private static final long LAST_WORK_MILLIS = 500;

    private final InputStream in;
    private final Runnable byForce;
    private final LinkedBlockingQueue<Call<?>> calls = new LinkedBlockingQueue<>();
    private volatile boolean atEnd;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param byForce ends the process at once */
    CallQueue(InputStream in, Runnable byForce) {
        super("calls");
        setDaemon(true);
        this.in = in;
        this.byForce = byForce;
    }

    /** The next call; null at the end, and where none came within the time. Without a time (0) it waits for ever. */
    @Nullable
    Call<?> next(long millis) throws InterruptedException {
        Call<?> call = millis == 0 ? calls.take() : calls.poll(millis, TimeUnit.MILLISECONDS);
        return atEnd ? null : call;
    }

    /** Nothing more is to be done. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** The module has ended its work. */
    void done() {
        ended.countDown();
    }

    @Override
    public void run() {
        try {
            readAll();
        } catch (IOException e) {
            // Whoever sends this is not our host.
        } finally {
            atEnd = true;
            calls.add(new Call.Ping()); // Wakes whoever waits.
            if (!endsInTime()) {
                byForce.run();
            }
        }
    }

    private void readAll() throws IOException {
        while (true) {
            try (Frame frame = Frame.readFrom(in)) {
                if (frame == null) {
                    return;
                }
                calls.add(Calls.read(frame));
            }
        }
    }

    private boolean endsInTime() {
        try {
            return ended.await(LAST_WORK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
