// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.util.concurrent.CompletableFuture;

/**
 * A window that stays open while something else goes on.
 *
 * @param <T> what the person may answer in it
 */
public final class OpenWindow<T> implements AutoCloseable {
    private final CompletableFuture<T> answer;
    private final Runnable after;

    /**
     * @param after done when it is closed; doing it twice is harmless
     */
    OpenWindow(CompletableFuture<T> answer, Runnable after) {
        this.answer = answer;
        this.after = after;
    }

    /** What the person answers; fails with {@code CANCELLED} when the person cancels, is cancelled when the window is closed first. */
    public CompletableFuture<T> answer() {
        return answer;
    }

    /** Closes the window and lets the next one open. A second call does nothing. */
    @Override
    public void close() {
        answer.cancel(false);
        after.run();
    }
}
