// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.registers.Agency;
import org.obnova.demo.registers.EsiaQueue;
import org.obnova.demo.registers.Lines;
import org.obnova.demo.registers.Patience;

/** Every certificate of the CA's register reaches ESIA, whatever ESIA does in between. */
class EsiaQueueTest {
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(300), Duration.ofMillis(300), 1, Duration.ZERO, 1000, Duration.ZERO);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Office office;
    private MovableClock clock;
    private Agencies agencies;
    private Lines lines;
    private EsiaQueue esia;
    private int certificates;

    @BeforeEach
    void start() throws IOException {
        office = Office.open(folder, CaProfile.EC);
        clock = office.clock;
        agencies = DemoRegisters.start();
        lines = new Lines(agencies.addresses(), SHORT, clock);
        esia = queue();
        certificates = office.keys.size();
    }

    @AfterEach
    void stop() {
        lines.close();
        agencies.close();
        office.close();
    }

    @Test
    void everyCertificate_isRegistered_andOnce() {
        esia.work();

        assertThat(esia.registered()).isEqualTo(certificates).isPositive();
        assertThat(esia.waiting()).isZero();
        esia.work();
        assertThat(esia.find(office.sha256("korableva-1")).orElseThrow().attempts())
                .isEqualTo(1);
    }

    @Test
    void esiaDown_isTriedAgainWithGrowingPauses_untilItKnows() {
        agencies.become(Agency.ESIA, Mood.DOWN);
        String name = office.sha256("korableva-1");

        esia.work();
        assertThat(esia.waiting()).isEqualTo(certificates);
        assertThat(esia.find(name).orElseThrow().due())
                .isEqualTo(clock.instant().plus(FIRST));
        for (Duration pause : new Duration[] {Duration.ofSeconds(20), Duration.ofSeconds(40), LONGEST, LONGEST}) {
            clock.advance(Duration.between(
                    clock.instant(), esia.find(name).orElseThrow().due()));
            esia.work();
            assertThat(esia.find(name).orElseThrow().due())
                    .isEqualTo(clock.instant().plus(pause));
        }

        agencies.become(Agency.ESIA, Mood.RIGHT);
        esia.work();
        assertThat(esia.registered()).as("not before its time").isZero();
        clock.advance(LONGEST);
        esia.work();
        assertThat(esia.registered()).isEqualTo(certificates);
    }

    @Test
    void esiaThatRefuses_isToldAgain() {
        agencies.become(Agency.ESIA, Mood.DISAGREE);
        esia.work();
        assertThat(esia.registered()).isZero();

        agencies.become(Agency.ESIA, Mood.RIGHT);
        clock.advance(FIRST);
        esia.work();
        assertThat(esia.waiting()).isZero();
    }

    @Test
    void whatAnEarlierProcessLeft_isToldByTheNextOne() {
        agencies.become(Agency.ESIA, Mood.DOWN);
        esia.work();
        agencies.become(Agency.ESIA, Mood.RIGHT);
        clock.advance(FIRST);

        EsiaQueue next = queue();
        next.work();

        assertThat(next.waiting()).isZero();
    }

    private EsiaQueue queue() {
        return new EsiaQueue(
                office.database,
                office.authority.register(),
                application -> Optional.empty(),
                lines,
                new EsiaQueue.Pauses(FIRST, LONGEST),
                clock);
    }
}
