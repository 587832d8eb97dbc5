// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.visitors.EntryBuckets;

class RateLimitsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));

    @TempDir
    private Path folder;

    private Database database;
    private RateLimits limits;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        limits = new RateLimits(nanos::get, new EntryBuckets(database, clock));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.advance(time);
    }

    private void empty(String address, RateLimits.Kind kind) {
        for (int i = 0; i < kind.burst(); i++) {
            limits.count(address, kind);
        }
    }

    private void refused(String address, RateLimits.Kind kind) {
        assertThatThrownBy(() -> limits.count(address, kind))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
    }

    @ParameterizedTest
    @EnumSource(RateLimits.Kind.class)
    void bucket_holdsItsBurst_andFillsWithTime(RateLimits.Kind kind) {
        empty("10.0.0.1", kind);
        refused("10.0.0.1", kind);
        pass(Duration.ofSeconds(3));

        limits.count("10.0.0.1", kind);
    }

    @Test
    void whoIsOneTooMany_costsTheDatabaseNothing() {
        empty("10.0.0.1", RateLimits.Kind.ENTRY);
        database.close();

        refused("10.0.0.1", RateLimits.Kind.ENTRY);
    }

    @Test
    void bucket_neverHoldsMoreThanItsBurst() {
        limits.count("10.0.0.1", RateLimits.Kind.ENTRY);
        pass(Duration.ofDays(30));
        empty("10.0.0.1", RateLimits.Kind.ENTRY);

        refused("10.0.0.1", RateLimits.Kind.ENTRY);
    }

    @Test
    void addressesAndKinds_doNotShare() {
        empty("10.0.0.1", RateLimits.Kind.ENTRY);

        limits.count("10.0.0.2", RateLimits.Kind.ENTRY);
        limits.count("10.0.0.1", RateLimits.Kind.CHANGE);
        refused("10.0.0.1", RateLimits.Kind.ENTRY);
    }

    @Test
    void memory_isBounded_byForgettingWhoWasHereLongAgo() {
        empty("10.0.0.1", RateLimits.Kind.CHANGE);
        for (int i = 0; i < 20_000; i++) {
            limits.count("address " + i, RateLimits.Kind.LOOK);
        }

        limits.count("10.0.0.1", RateLimits.Kind.CHANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/sign-in/phone,ENTRY",
        "POST,/sign-in/password,ENTRY",
        "POST,/profile/phones,ENTRY",
        "POST,/applications/a/data,CHANGE",
        "GET,/sign-in,LOOK",
        "GET,/,LOOK"
    })
    void kind_followsMethodAndPath(String method, String path, RateLimits.Kind kind) {
        assertThat(RateLimits.Kind.of(method, path)).isEqualTo(kind);
    }
}
