// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.AWTError;
import java.awt.Toolkit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The thread that connects to the display. On X11 the toolkit takes the windows' class (WM_CLASS) from the class at the bottom of the thread that
 * starts it: of a virtual thread that would be one of the JDK.
 */
final class Obnova extends Thread {
    private final CompletableFuture<Toolkit> toolkit = new CompletableFuture<>();

    private Obnova() {
        super("obnova-display");
        setDaemon(true);
    }

    /**
     * Connects, or waits until another call has.
     *
     * @throws AWTError when the display does not answer
     */
    static void connect() {
        Obnova thread = new Obnova();
        thread.start();
        try {
            thread.toolkit.join();
        } catch (CompletionException e) {
            throw (AWTError) new AWTError("the toolkit did not start").initCause(e);
        }
    }

    @Override
    public void run() {
        try {
            toolkit.complete(Toolkit.getDefaultToolkit());
        } catch (AWTError e) {
            toolkit.completeExceptionally(e);
        }
    }
}
