// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Calls that everybody who waits hears; one that comes while somebody is busy is not missed. */
final class Calls {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private long count;

    void call() {
        lock.lock();
        try {
            count++;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many there were. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there were more than that, so long at most. */
    void awaitMore(long heard, Duration most) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.convert(most);
        lock.lock();
        try {
            while (count == heard && left > 0) {
                left = called.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
