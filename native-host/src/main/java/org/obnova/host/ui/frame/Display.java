// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.concurrent.CompletableFuture;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** The display on which windows are shown, if there is one. */
final class Display {
    private static boolean broken;
    private static boolean connected;

    private Display() {}

    /**
     * Connects to the display at the first call.
     *
     * @throws Fault {@code NO_DISPLAY}
     */
    private static synchronized void require() {
        if (broken || GraphicsEnvironment.isHeadless()) {
            throw new Fault(ErrorCode.NO_DISPLAY, "no display is named");
        }
        try {
            if (!connected) {
                Obnova.connect();
                connected = true;
            }
        } catch (AWTError e) {
            // A second try would fail otherwise, with a class that cannot be initialised.
            broken = true;
            throw new Fault(ErrorCode.NO_DISPLAY, "the display does not answer", e);
        }
    }

    /**
     * Connects, and begins with the look while the caller waits for its turn.
     *
     * @throws Fault {@code NO_DISPLAY}
     */
    static void prepare() {
        require();
        EventQueue.invokeLater(Theme::install);
    }

    /** Runs a job on the event thread; should it end in an error, the answer does too. */
    static void later(Runnable job, CompletableFuture<?> answer) {
        EventQueue.invokeLater(() -> {
            boolean done = false;
            try {
                Theme.install();
                job.run();
                done = true;
            } finally {
                if (!done) {
                    answer.completeExceptionally(new Fault(ErrorCode.INTERNAL_ERROR, "the window could not be built"));
                }
            }
        });
    }
}
