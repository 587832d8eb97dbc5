// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Time of a processor, not of the clock: what else the machine does counts less. */
final class Cpu {
    private Cpu() {}

    /** Nanoseconds. */
    static long ofThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Milliseconds that a process has used, in user and kernel mode, all threads. */
    static double of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }
}
