// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls back after a while. */
@FunctionalInterface
public interface Alarm {
    /** Has the work done once, on a thread that it may keep waiting, no earlier than after that time. */
    void after(Duration time, Runnable work);

    /** By the system's clock; keeps no process alive. */
    static Alarm system() {
        return (time, work) -> CompletableFuture.delayedExecutor(
                        time.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(work);
    }
}
