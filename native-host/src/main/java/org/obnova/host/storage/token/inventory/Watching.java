// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Waits for what happens to tokens and modules, on a thread of its own. What comes together is told together. */
final class Watching implements Runnable {
    /** Newly installed modules and plugged tokens without a driver give no event: they are looked for so often. */
    private static final long LOOK_MILLIS = 1_000;

    /** A token that is plugged in gives several events within this time. */
    private static final long TOGETHER_MILLIS = 100;

    private static final int MOST_TOGETHER = 20;

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Work work;

    /** What may have happened. */
    private enum Signal {
        LOOK,
        CHANGED,
        STOP
    }

    /** What is to be done then. */
    interface Work {
        /** Nothing was told for a while: looks whether something has changed that gives no events. */
        void lookAround();

        /** Looks at the tokens anew. */
        void look();

        /** Tells the listeners. */
        void tell();
    }

    Watching(Work work) {
        this.work = work;
    }

    void start() {
        signals.add(Signal.LOOK);
        Thread.ofVirtual().name("media").start(this);
    }

    /** A module told something. */
    void happened() {
        signals.add(Signal.LOOK);
    }

    /** What is listed has changed. */
    void changed() {
        signals.add(Signal.CHANGED);
    }

    void stop() {
        signals.add(Signal.STOP);
    }

    @Override
    public void run() {
        try {
            Signal signal = Signal.LOOK;
            while (signal != Signal.STOP) {
                signal = signals.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (signal == null) {
                    work.lookAround();
                    signal = Signal.LOOK;
                } else if (signal != Signal.STOP) {
                    signal = together(signal);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes all that comes close behind; what is told first is what was looked at last. */
    private Signal together(Signal first) throws InterruptedException {
        boolean look = false;
        boolean tell = false;
        Signal signal = first;
        for (int i = 0; i < MOST_TOGETHER && signal != null && signal != Signal.STOP; i++) {
            look |= signal == Signal.LOOK;
            tell |= signal == Signal.CHANGED;
            signal = signals.poll(TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (signal == Signal.STOP) {
            return signal;
        }
        if (signal != null) {
            signals.add(signal); // More than would be taken together: the rest comes next.
        }
        if (look) {
            work.look();
        }
        if (tell) {
            work.tell();
        }
        return first;
    }
}
