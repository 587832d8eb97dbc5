// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.entropy.EntropyPrompt.Source.KEYBOARD_LOST;
import static org.obnova.host.entropy.EntropyPrompt.Source.KEY_DOWN;
import static org.obnova.host.entropy.EntropyPrompt.Source.KEY_UP;
import static org.obnova.host.entropy.EntropyPrompt.Source.POINTER;

import org.junit.jupiter.api.Test;

class RawSamplesTest {
    private static final long MILLISECOND = 1_000_000;

    private final RawSamples raw = new RawSamples();

    @Test
    void key_givesTheLowBitsOfTheTimeSinceTheLast_inTwoMilliseconds() {
        assertThat(raw.of(0, KEY_DOWN, 'a', 0)).isEmpty();
        assertThat(raw.of(101 * MILLISECOND, KEY_DOWN, 'b', 0)).hasValue(50);
        assertThat(raw.of((101 + 520) * MILLISECOND, KEY_DOWN, 'c', 0)).hasValue(4);
    }

    @Test
    void key_givesNothing_whileItIsHeld() {
        raw.of(0, KEY_DOWN, 'a', 0);
        raw.of(500 * MILLISECOND, KEY_DOWN, 'b', 0);
        for (int i = 0; i < 100; i++) {
            assertThat(raw.of((600 + 33 * i) * MILLISECOND, KEY_DOWN, 'b', 0)).isEmpty();
        }
    }

    @Test
    void key_givesASampleAgain_afterItCameUp() {
        raw.of(0, KEY_DOWN, 'a', 0);
        assertThat(raw.of(80 * MILLISECOND, KEY_UP, 'a', 0)).isEmpty();
        assertThat(raw.of(200 * MILLISECOND, KEY_DOWN, 'a', 0)).hasValue(100);
    }

    @Test
    void key_givesASampleAgain_afterTheWindowLostTheKeyboard() {
        raw.of(0, KEY_DOWN, 'a', 0);
        raw.of(0, KEYBOARD_LOST, 0, 0);
        assertThat(raw.of(200 * MILLISECOND, KEY_DOWN, 'a', 0)).hasValue(100);
    }

    @Test
    void pointer_givesTheLowBitsOfItsWay() {
        assertThat(raw.of(0, POINTER, 100, 100)).isEmpty();
        assertThat(raw.of(0, POINTER, 103, 98)).hasValue(0x3E);
        assertThat(raw.of(0, POINTER, 120, 98)).hasValue(0x10);
    }

    @Test
    void pointer_givesNothing_whenItStandsStill() {
        raw.of(0, POINTER, 100, 100);
        assertThat(raw.of(5, POINTER, 100, 100)).isEmpty();
    }
}
