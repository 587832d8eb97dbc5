// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.obnova.demo.MovableClock;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The operator's password. */
class OperatorLoginTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final OperatorLogin login = new OperatorLogin("right", clock);

    @Test
    void rightNameAndPassword_areTaken_nothingElse() {
        assertThatCode(() -> login.check("operator", "right")).doesNotThrowAnyException();
        refused(ProblemCode.LOGIN_REFUSED, "operator", "wrong");
        refused(ProblemCode.LOGIN_REFUSED, "admin", "right");
    }

    @Test
    void fiveWrongOnes_areFollowedByAPause_inWhichTheRightOneDoesNotHelp() {
        for (int tries = 1; tries < 5; tries++) {
            refused(ProblemCode.LOGIN_REFUSED, "operator", "wrong");
        }
        refused(ProblemCode.LOGIN_PAUSED, "operator", "wrong");
        refused(ProblemCode.LOGIN_PAUSED, "operator", "right");

        clock.advance(Duration.ofMinutes(10));
        assertThatCode(() -> login.check("operator", "right")).doesNotThrowAnyException();
    }

    private void refused(ProblemCode code, String name, String password) {
        assertThatThrownBy(() -> login.check(name, password))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
