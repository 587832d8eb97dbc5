// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.entropy.EntropyRecording.Recorded;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Language;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

class EntropySensorTest {
    private final Random random = new Random(7);

    @Test
    void seed_givesAGenerator_whenAPersonTypes() {
        SecureRandom generator = new EntropySensor(
                        (task, sink) -> type(sink, 400, () -> 150 + 40 * random.nextGaussian()))
                .seed(new Idle());
        byte[] one = new byte[32];
        byte[] two = new byte[32];
        generator.nextBytes(one);
        generator.nextBytes(two);
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void gathering_isFull_afterTheKeyboardAlone_withinTwoHundredKeys() {
        Gathering gathering = new Gathering();
        int keys = type(gathering, 1000, () -> 150 + 40 * random.nextGaussian());
        assertThat(keys).isBetween(128, 250);
    }

    @Test
    void gathering_isFull_afterThePointerAlone() {
        Gathering gathering = new Gathering();
        double x = 300;
        double y = 200;
        double angle = 0;
        int moves = 0;
        while (!gathering.full() && moves < 5000) {
            angle += random.nextGaussian() / 3;
            double speed = 6 + 3 * random.nextGaussian();
            x += speed * Math.cos(angle);
            y += speed * Math.sin(angle);
            gathering.event(moves * 8_000_000L, EntropyPrompt.Source.POINTER, (int) x, (int) y);
            moves++;
        }
        assertThat(moves).isBetween(128, 800);
    }

    @Test
    void percent_neverFalls_andEndsAtHundred() {
        int[] last = {0};
        Gathering gathering = new Gathering();
        for (int i = 0; !gathering.full(); i++) {
            gathering.event(i * 100_000_000L + random.nextInt(90_000_000), EntropyPrompt.Source.KEY_DOWN, i, 0);
            assertThat(gathering.percent()).isGreaterThanOrEqualTo(last[0]);
            last[0] = gathering.percent();
        }
        assertThat(last[0]).isEqualTo(100);
    }

    @Test
    void seed_fails_whenAScriptTypesInAConstantRhythm() {
        EntropySensor sensor = new EntropySensor((task, sink) -> type(sink, 10_000, () -> 100));
        assertThatThrownBy(() -> sensor.seed(new Idle()))
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.class))
                .extracting(Fault::code)
                .isEqualTo(ErrorCode.ENTROPY_FAILED);
    }

    @Test
    void wipe_leavesNothingOfTheEvents() {
        Gathering wiped = new Gathering();
        type(wiped, 20, () -> 150 + 40 * random.nextGaussian());
        wiped.wipe();
        assertThat(wiped.conditioned()).isEqualTo(new Gathering().conditioned());
    }

    @Test
    void gathering_hardlyMoves_whenAScriptTypesInTwoRhythms() {
        Gathering gathering = new Gathering();
        int[] turn = {0};
        type(gathering, 500, () -> turn[0]++ % 2 == 0 ? 100 : 140);
        assertThat(gathering.percent()).isLessThan(10);
    }

    @Test
    void gathering_doesNotMove_whileAKeyIsHeld() {
        Gathering gathering = new Gathering();
        for (int i = 0; i < 10_000; i++) {
            gathering.event(i * 33_000_000L + random.nextInt(30_000_000), EntropyPrompt.Source.KEY_DOWN, 'a', 0);
        }
        assertThat(gathering.percent()).isZero();
    }

    @Test
    void conditioned_dependsOnEveryEvent_heldKeysIncluded() {
        Gathering one = new Gathering();
        Gathering two = new Gathering();
        one.event(1, EntropyPrompt.Source.KEY_DOWN, 'a', 0);
        two.event(1, EntropyPrompt.Source.KEY_DOWN, 'a', 0);
        two.event(2, EntropyPrompt.Source.KEY_DOWN, 'a', 0);
        assertThat(one.conditioned()).isNotEqualTo(two.conditioned());
    }

    @Test
    void record_writesOneOctetASample_upToTheNumber(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("samples.bin");
        EntropyRecording recording =
                new EntropyRecording((task, sink) -> type(sink, 5000, () -> 150 + 40 * random.nextGaussian()));
        Recorded recorded = recording.record(new Idle(), file, 1000);
        assertThat(recorded.samples()).isEqualTo(1000);
        assertThat(Files.readAllBytes(file)).hasSize(1000);
        assertThat(recorded.creditedBitsPerSample()).isBetween(1.0, Credit.MOST);
    }

    @Test
    void record_goesOn_whenTheHealthTestsFail(@TempDir Path folder) {
        EntropyRecording recording = new EntropyRecording((task, sink) -> type(sink, 5000, () -> 100));
        Recorded recorded = recording.record(new Idle(), folder.resolve("samples.bin"), 1000);
        assertThat(recorded.samples()).isEqualTo(1000);
        assertThat(recorded.creditedBitsPerSample()).isLessThan(0.01);
    }

    @Test
    void record_keepsWhatCame_whenTheWindowIsClosed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("samples.bin");
        EntropyRecording recording = new EntropyRecording((task, sink) -> {
            type(sink, 11, () -> 150);
            throw new Fault(ErrorCode.CANCELLED, "closed");
        });
        assertThat(recording.record(new Idle(), file, 1000).samples()).isEqualTo(10);
        assertThat(Files.readAllBytes(file)).hasSize(10).containsOnly(75);
    }

    /** Presses keys with these pauses, in milliseconds, until the sink ends; returns how many. */
    private static int type(EntropyPrompt.Sink sink, int keys, DoubleSupplier pause) {
        double now = 0;
        for (int i = 0; i < keys; i++) {
            if (sink.full() || sink.failed()) {
                return i;
            }
            now += pause.getAsDouble() * 1_000_000;
            int key = 'A' + i % 26;
            sink.event((long) now, EntropyPrompt.Source.KEY_DOWN, key, 0);
            sink.event((long) now + 60_000_000, EntropyPrompt.Source.KEY_UP, key, 0);
        }
        return keys;
    }

    /** A task that nobody cancels. */
    private static final class Idle implements Task {
        @Override
        public Requester requester() {
            return new Requester.Person();
        }

        @Override
        public Language language() {
            return Language.RU;
        }

        @Override
        public void waiting(Step step) {}

        @Override
        public void progress(Step step, int done, int total) {}

        @Override
        public <T> T await(CompletableFuture<T> answer) {
            return answer.join();
        }

        @Override
        public void checkpoint() {}

        @Override
        public Uncancellable writing() {
            return () -> {};
        }
    }
}
