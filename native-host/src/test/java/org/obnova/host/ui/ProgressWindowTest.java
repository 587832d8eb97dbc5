// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

/** The window that tells of a token at work, on a real display. */
class ProgressWindowTest extends OnADesk {
    @ParameterizedTest
    @CsvSource({"making.active, RU", "making.passive, EN"})
    void window_closesByItself_whenTheKeyIsMade(String window, Language language) throws Exception {
        desk.showAndSettle(window, language);
        desk.shoot(PICTURES, window, language);
        desk.order("answered");
        assertThat(desk.outcome()).isEqualTo("answer MADE");
        assertThat(desk.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Escape", "alt+c"})
    void hiding_doesNotCancelTheWork(String key) throws Exception {
        desk.showAndSettle("making.active", Language.RU);
        desk.press(key);
        assertThat(desk.isEmpty()).isTrue();
        assertThat(desk.staysOpen(MOMENT)).as("the work goes on").isTrue();
        desk.order("answered");
        assertThat(desk.outcome()).isEqualTo("answer MADE");
    }

    @ParameterizedTest
    @CsvSource({"Return", "ctrl+Return", "space"})
    void keysOnTheirWay_hideNothing(String key) throws Exception {
        desk.showAndSettle("making.active", Language.EN);
        desk.press(key);
        assertThat(desk.xdotool("search", "--onlyvisible", "--name", "^Obnova: "))
                .isNotEmpty();
    }

    @Test
    void windowThatNeedsThePerson_comesWithoutWaiting_andThisOneGoes() throws Exception {
        desk.showAndSettle("making.active", Language.RU);
        desk.order("show pin.locked EN");
        assertThat(desk.outcome()).isEqualTo("waiting PIN");
        desk.settle();
        assertThat(desk.xdotool("search", "--onlyvisible", "--name", "^Обнова: "))
                .isEmpty();
        desk.press("Escape");
        assertThat(desk.outcome()).isEqualTo("answer READ");
    }
}
