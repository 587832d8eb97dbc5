// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import java.time.Duration;
import org.obnova.demo.enrolment.Backlog;
import org.obnova.demo.watch.Health.State;

/** What counts as wrong. */
public final class Verdicts {
    /** An issue takes less than a second; a try that failed comes again after ten. */
    static final Duration LATE = Duration.ofMinutes(1);

    private static final long MEBIBYTE = 1024L * 1024;
    static final long LITTLE_ROOM = 1024 * MEBIBYTE;
    static final long NO_ROOM = 100 * MEBIBYTE;

    private Verdicts() {}

    /**
     * Of the issuing queue. One that is late is no reason to send people elsewhere: elsewhere it is the same queue.
     *
     * @param working whether this process has a worker
     */
    public static State issuing(boolean working, Backlog backlog) {
        if (!working) {
            return State.FAIL;
        }
        return backlog.oldest().compareTo(LATE) > 0 ? State.WARN : State.PASS;
    }

    /** Of the room for data, in bytes. */
    public static State disk(long free) {
        if (free < NO_ROOM) {
            return State.FAIL;
        }
        return free < LITTLE_ROOM ? State.WARN : State.PASS;
    }
}
