// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.task.Language;

/** To which programs a certificate goes, as a person says it by keyboard alone. */
class ProgramsWindowTest extends OnADesk {
    @ParameterizedTest
    @EnumSource
    void escape_giveNothingAway(Language language) throws Exception {
        desk.showAndSettle("publish.programs", language);
        desk.shoot(PICTURES, "publish.programs", language);
        desk.press("Escape");

        assertThat(desk.outcome()).isEqualTo("fault CANCELLED");
    }

    /** Nobody's renewal has installed it just now: what is given away, the person says. */
    @Test
    void certificateOfAnotherDay_beGivenOnlyToWhatIsTicked() throws Exception {
        desk.showAndSettle("publish.any", Language.RU);
        desk.shoot(PICTURES, "publish.any", Language.RU);
        assertThat(desk.xdotool("search", "--name", "^Обнова: Передать сертификат другим программам\\?$"))
                .isNotEmpty();
        desk.press("ctrl+Return"); // Nothing is ticked.
        desk.press("alt+3");
        desk.press("ctrl+Return");

        assertThat(desk.outcome()).isEqualTo("answer programs [Firefox Бухгалтерия]");
    }

    @Test
    void numbers_takeTicksAway_andTheRestIsGiven() throws Exception {
        desk.showAndSettle("publish.programs", Language.RU);
        desk.press("space"); // The first has the keyboard.
        desk.press("alt+2");
        desk.press("ctrl+Return");

        assertThat(desk.outcome()).isEqualTo("answer programs [Firefox Бухгалтерия, Thunderbird (Flatpak) default]");
    }

    @Test
    void nothingTicked_keepTheButtonOff() throws Exception {
        desk.showAndSettle("publish.programs", Language.EN);
        for (int i = 1; i <= 4; i++) {
            desk.press("alt+" + i);
        }
        desk.press("ctrl+Return");
        desk.press("alt+3");
        desk.press("ctrl+Return");

        assertThat(desk.outcome()).isEqualTo("answer programs [Firefox Бухгалтерия]");
    }

    @ParameterizedTest
    @EnumSource
    void programWithoutItsPassword_beLeftOut(Language language) throws Exception {
        desk.showAndSettle("publish.wrong", language);
        desk.shoot(PICTURES, "publish.wrong", language);
        desk.press("Escape");

        assertThat(desk.outcome()).isEqualTo("answer LEFT OUT");
    }

    @Test
    void password_beTypedAndEntered() throws Exception {
        desk.showAndSettle("publish.password", Language.RU);
        desk.press("Return"); // Nothing is typed yet.
        desk.type("secret");
        desk.press("Return");

        assertThat(desk.outcome()).isEqualTo("answer password secret");
    }
}
