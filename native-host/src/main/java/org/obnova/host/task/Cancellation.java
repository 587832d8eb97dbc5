// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * Whether a task was cancelled, and whether it still can be: not while it writes, and not after its end. No thread is ever interrupted: that would
 * close the files that it has open.
 */
public final class Cancellation {
    private boolean cancelled;
    private boolean ended;
    private int writing;
    private @Nullable CompletableFuture<?> awaited;

    /**
     * Cancels, unless the task writes or has ended.
     *
     * @return whether the task is cancelled now
     */
    public boolean cancel() {
        CompletableFuture<?> answer;
        synchronized (this) {
            if (ended || writing > 0) {
                return false;
            }
            cancelled = true;
            answer = awaited;
        }
        if (answer != null) {
            answer.cancel(false);
        }
        return true;
    }

    /**
     * The task has come to its end, however; it cannot be cancelled any more.
     *
     * @return whether it was cancelled before
     */
    public synchronized boolean end() {
        ended = true;
        return cancelled;
    }

    /** As {@link Task#checkpoint()}. */
    public synchronized void checkpoint() {
        if (cancelled) {
            throw cancelledFault();
        }
    }

    /** As {@link Task#writing()}. */
    public synchronized Task.Uncancellable writing() {
        checkpoint();
        writing++;
        return new Writing();
    }

    /** As {@link Task#await}. */
    public <T> T await(CompletableFuture<T> answer) {
        synchronized (this) {
            awaited = answer;
            if (cancelled) {
                answer.cancel(false);
            }
        }
        try {
            return answer.get();
        } catch (CancellationException e) {
            throw new Fault(ErrorCode.CANCELLED, "cancelled while it waited", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw new IllegalStateException("what was awaited failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(false);
            throw new Fault(ErrorCode.CANCELLED, "interrupted while it waited", e);
        } finally {
            synchronized (this) {
                awaited = null;
            }
        }
    }

    private static Fault cancelledFault() {
        return new Fault(ErrorCode.CANCELLED, "cancelled");
    }

    private synchronized void written() {
        writing--;
    }

    private final class Writing implements Task.Uncancellable {
        private boolean closed;

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                written();
            }
        }
    }
}
