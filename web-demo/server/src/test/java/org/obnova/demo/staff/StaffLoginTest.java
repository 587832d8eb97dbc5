// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.obnova.demo.MovableClock;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The passwords of the operators' site. */
class StaffLoginTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final StaffLogin login = new StaffLogin(Colleague.DEMO, name -> name + "'s own", clock);

    @Test
    void rightNameAndPassword_areTaken_nothingElse() {
        assertThat(login.check("operator", "operator's own").role()).isEqualTo(Role.OPERATOR);
        assertThat(login.check("officer", "officer's own").employer()).isEqualTo("7700000016");
        refused(ProblemCode.LOGIN_REFUSED, "operator", "clerk's own");
        refused(ProblemCode.LOGIN_REFUSED, "admin", "admin's own");
    }

    @Test
    void fiveWrongOnes_areFollowedByAPause_inWhichTheRightOneDoesNotHelp_butOthersWorkOn() {
        for (int tries = 1; tries < 5; tries++) {
            refused(ProblemCode.LOGIN_REFUSED, "clerk", "wrong");
        }
        refused(ProblemCode.LOGIN_PAUSED, "clerk", "wrong");
        refused(ProblemCode.LOGIN_PAUSED, "clerk", "clerk's own");
        assertThat(login.check("operator", "operator's own").name()).isEqualTo("operator");

        clock.advance(Duration.ofMinutes(10));
        assertThat(login.check("clerk", "clerk's own").name()).isEqualTo("clerk");
    }

    private void refused(ProblemCode code, String name, String password) {
        assertThatThrownBy(() -> login.check(name, password))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
