// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.obnova.demo.enrolment.Backlog;
import org.obnova.demo.watch.Health.State;

/** The limits, from both sides. */
class VerdictsTest {
    @Test
    void queue_isLate_afterAMinute() {
        assertThat(Verdicts.issuing(true, new Backlog(0, Duration.ZERO))).isEqualTo(State.PASS);
        assertThat(Verdicts.issuing(true, new Backlog(900, Duration.ofMinutes(1))))
                .isEqualTo(State.PASS);
        assertThat(Verdicts.issuing(true, new Backlog(1, Duration.ofMinutes(1).plusMillis(1))))
                .isEqualTo(State.WARN);
    }

    @Test
    void processWithoutAWorker_hasFailed() {
        assertThat(Verdicts.issuing(false, new Backlog(0, Duration.ZERO))).isEqualTo(State.FAIL);
    }

    @Test
    void room_isWatched_beforeItIsGone() {
        assertThat(Verdicts.disk(Verdicts.LITTLE_ROOM)).isEqualTo(State.PASS);
        assertThat(Verdicts.disk(Verdicts.LITTLE_ROOM - 1)).isEqualTo(State.WARN);
        assertThat(Verdicts.disk(Verdicts.NO_ROOM)).isEqualTo(State.WARN);
        assertThat(Verdicts.disk(Verdicts.NO_ROOM - 1)).isEqualTo(State.FAIL);
    }
}
