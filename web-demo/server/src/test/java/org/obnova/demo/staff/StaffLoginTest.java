// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.MovableClock;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

/** The passwords of the operators' site. */
class StaffLoginTest {
    private static final String HERE = "10.0.0.1";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));

    @TempDir
    private Path folder;

    private Database database;
    private StaffLogin login;
    private StaffLogin otherProcess;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        login = new StaffLogin(database, Colleague.DEMO, name -> name + "'s own", clock);
        otherProcess = new StaffLogin(database, Colleague.DEMO, name -> name + "'s own", clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rightNameAndPassword_areTaken_nothingElse() {
        assertThat(login.check("operator", "operator's own", HERE).role()).isEqualTo(Role.OPERATOR);
        assertThat(login.check("officer", "officer's own", HERE).employer()).isEqualTo("7700000016");
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
        assertThat(login.check("operator", "operator's own", HERE).name()).isEqualTo("operator");

        clock.advance(Duration.ofMinutes(10));
        assertThat(otherProcess.check("clerk", "clerk's own", HERE).name()).isEqualTo("clerk");
    }

    @Test
    void whoGuessesElsewhere_locksNobodyOut() {
        for (int tries = 0; tries < 5; tries++) {
            refusedAt("10.0.0.9", "clerk");
        }

        refused(ProblemCode.LOGIN_REFUSED, "clerk", "mistyped");
        assertThat(login.check("clerk", "clerk's own", HERE).name()).isEqualTo("clerk");
    }

    @Test
    void whoGuessesFromManyAddresses_isStopped_andThoseAtHomeWorkOn() {
        login.check("clerk", "clerk's own", HERE);
        for (int tries = 0; tries < 50; tries++) {
            refusedAt("10.0.1." + tries, "clerk");
        }

        assertThatThrownBy(() -> otherProcess.check("clerk", "clerk's own", "10.0.2.1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.LOGIN_PAUSED));
        assertThat(login.check("clerk", "clerk's own", HERE).name()).isEqualTo("clerk");
        clock.advance(Duration.ofMinutes(10));
        assertThat(login.check("clerk", "clerk's own", "10.0.2.1").name()).isEqualTo("clerk");
    }

    @Test
    void wrongOnes_areForgottenAfterAnHour() {
        for (int tries = 1; tries < 5; tries++) {
            refused(ProblemCode.LOGIN_REFUSED, "clerk", "wrong");
        }
        clock.advance(Duration.ofMinutes(61));

        refused(ProblemCode.LOGIN_REFUSED, "clerk", "wrong");
        refused(ProblemCode.LOGIN_REFUSED, "clerk", "wrong");
    }

    private void refusedAt(String address, String name) {
        assertThatThrownBy(() -> login.check(name, "wrong", address)).isInstanceOf(Problem.class);
    }

    private void refused(ProblemCode code, String name, String password) {
        assertThatThrownBy(() -> login.check(name, password, HERE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
