// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;

/**
 * Watches what gives no events by looking at it again and again, while somebody listens and no longer. The first look is taken before {@link #watch} returns: what changes
 * after that is told.
 */
public final class Lookout {
    /** How often drives and folders are looked at: a person who has plugged a drive in looks at the screen about then. */
    public static final Duration OFTEN = Duration.ofMillis(500);

    private final Supplier<List<String>> look;
    private final Duration every;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private @Nullable CountDownLatch stop;

    /**
     * @param look what is seen now: what equals it has not changed
     * @param every the time between two looks
     */
    public Lookout(Supplier<List<String>> look, Duration every) {
        this.look = look;
        this.every = every;
    }

    /**
     * Calls the listener, on a thread of its own, after each change.
     *
     * @return ends it; closed by the caller
     */
    public synchronized StoragePrompt.Watch watch(Runnable listener) {
        // Not the listener itself: two watches of one listener are two.
        Runnable own = new Runnable() {
            @Override
            public void run() {
                listener.run();
            }
        };
        listeners.add(own);
        if (stop == null) {
            CountDownLatch stopped = new CountDownLatch(1);
            List<String> first = look.get();
            // Of its own, not a virtual one: a medium that does not answer may hold it for long.
            Thread.ofPlatform().daemon().name("lookout").start(() -> keepLooking(stopped, first));
            stop = stopped;
        }
        return () -> forget(own);
    }

    private synchronized void forget(Runnable listener) {
        listeners.remove(listener);
        CountDownLatch present = stop;
        if (listeners.isEmpty() && present != null) {
            present.countDown();
            stop = null;
        }
    }

    private void keepLooking(CountDownLatch stopped, List<String> first) {
        List<String> before = first;
        try {
            while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                List<String> now = look.get();
                if (!now.equals(before) && stopped.getCount() > 0) {
                    tell();
                }
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (Fault e) {
                // Of its own files: the others are told, and it too the next time.
            }
        }
    }
}
