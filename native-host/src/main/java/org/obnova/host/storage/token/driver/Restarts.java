// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;

/**
 * When a driver that fails may be started again: at once the first times, then ever later, so that a broken driver does not keep the machine busy.
 * Not for use by several threads.
 */
final class Restarts {
    private static final int AT_ONCE = 3;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private int failuresInARow;
    private Instant notBefore = Instant.MIN;
    private @Nullable Fault last;

    Restarts(InstantSource clock) {
        this.clock = clock;
    }

    /** What is to be answered instead of a start now; empty where it may be tried. */
    Optional<Fault> refusal() {
        return clock.instant().isBefore(notBefore) ? Optional.ofNullable(last) : Optional.empty();
    }

    void failed(Fault fault) {
        last = fault;
        failuresInARow++;
        if (failuresInARow >= AT_ONCE) {
            int doublings = Math.min(failuresInARow - AT_ONCE, MOST_DOUBLINGS);
            notBefore = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << doublings));
        }
    }

    void worked() {
        failuresInARow = 0;
        notBefore = Instant.MIN;
    }
}
