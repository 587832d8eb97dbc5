// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.obnova.demo.watch.Health.State;

/** The state of the whole is that of its worst part. */
class HealthTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whole_isAsItsWorstPart() throws Exception {
        AtomicReference<State> second = new AtomicReference<>(State.PASS);
        Map<String, Supplier<State>> checks = new LinkedHashMap<>();
        checks.put("first", () -> State.PASS);
        checks.put("second", second::get);
        try (Health health = new Health(checks, LONG)) {
            for (State worst : State.values()) {
                second.set(worst);

                Health.Report report = health.report();

                assertThat(report.state()).isEqualTo(worst);
                assertThat(report.checks()).containsExactly(Map.entry("first", State.PASS), Map.entry("second", worst));
                assertThat(health.last("second")).isEqualTo(worst);
            }
        }
    }

    @Test
    void check_thatThrows_hasFailed_andTheOthersAreAskedAllTheSame() throws Exception {
        Map<String, Supplier<State>> checks = new LinkedHashMap<>();
        checks.put("broken", () -> {
            throw new IllegalStateException("for the test");
        });
        checks.put("whole", () -> State.PASS);
        try (Health health = new Health(checks, LONG)) {
            assertThat(health.report().checks())
                    .containsExactly(Map.entry("broken", State.FAIL), Map.entry("whole", State.PASS));
        }
    }

    @Test
    void check_thatNeverAnswers_hasFailed_andIsEnded() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Supplier<State> silent = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.countDown();
                Thread.currentThread().interrupt();
            }
            return State.PASS;
        };
        try (Health health = new Health(Map.of("silent", silent), Duration.ofMillis(500))) {
            assertThat(health.report().state()).isEqualTo(State.FAIL);
            ended.await();
        }
    }
}
