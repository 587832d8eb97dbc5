// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

/** The choice of medium while media come and go, by keyboard alone, on a real display. */
class MediaWindowTest extends OnADesk {
    private static void media(String names) throws IOException, InterruptedException {
        desk.order("media " + names);
        desk.expectMedia();
    }

    @Test
    void tokenInserted_canBeChosen_atOnce() throws Exception {
        desk.showAndSettle("storage.key", Language.RU);
        media("computer,kingston,archive,rutoken");
        desk.shoot(PICTURES, "storage.key-inserted", Language.RU);
        desk.press("alt+4", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Рутокен ЭЦП 3.0 «Бухгалтерия»");
    }

    @Test
    void choice_stays_whenAnotherMediumComes_evenBeforeIt() throws Exception {
        desk.showAndSettle("storage.key", Language.RU);
        desk.choose("alt+2", "KINGSTON");
        media("rutoken,computer,kingston,archive");
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Флешка KINGSTON");
    }

    @Test
    void keyboard_staysWhereItWas_whenAnotherMediumGoes() throws Exception {
        desk.showAndSettle("storage.tokens", Language.RU);
        desk.choose("alt+3", "Рутокен Lite");
        media("computer,lite");
        // From the card that had the keyboard the arrow leads to the one before it.
        desk.press("Up", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Этот компьютер");
    }

    @Test
    void chosenMediumPulled_isNotReplacedByAnother() throws Exception {
        desk.showAndSettle("storage.tokens", Language.RU);
        desk.choose("alt+2", "Рутокен ЭЦП");
        media("computer,lite");
        desk.shoot(PICTURES, "storage.tokens-pulled", Language.RU);
        desk.press("ctrl+Return", "Return");
        assertThat(desk.staysOpen(MOMENT)).isTrue();
        desk.press("alt+1", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Этот компьютер");
    }

    @Test
    void chosenMedium_isChosenAgain_whenItComesBack() throws Exception {
        desk.showAndSettle("storage.tokens", Language.RU);
        desk.choose("alt+2", "Рутокен ЭЦП");
        media("computer,lite");
        media("computer,lite,rutoken");
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Рутокен ЭЦП 3.0 «Бухгалтерия»");
    }

    @Test
    void otherChoice_stays_whenTheFirstOneComesBack() throws Exception {
        desk.showAndSettle("storage.tokens", Language.RU);
        desk.choose("alt+2", "Рутокен ЭЦП");
        media("computer,lite");
        desk.choose("alt+3", "Рутокен Lite");
        media("computer,lite,rutoken");
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Рутокен Lite «Запасной»");
    }

    @ParameterizedTest
    @CsvSource({"alt+4, PIN locked", "alt+5, full"})
    void tokenThatCannotBeUsed_isShownAndCannotBeChosen(String key, String why) throws Exception {
        desk.showAndSettle("storage.tokens", Language.RU);
        desk.press(key, "ctrl+Return");
        assertThat(desk.outcome()).as(why).isEqualTo("answer Этот компьютер");
    }

    @Test
    void backup_goesToATokenInsertedMeanwhile() throws Exception {
        desk.showAndSettle("storage.backup-tokens", Language.EN);
        media("computer");
        media("computer,lite");
        desk.press("alt+3", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Рутокен Lite «Запасной»");
    }

    @Test
    void folderBeingTyped_staysChosen_whenAMediumComes() throws Exception {
        desk.showAndSettle("storage.backup", Language.EN);
        desk.press("alt+o", "Tab");
        desk.type("/media/usb");
        media("computer,kingston,archive,rutoken,crashed");
        desk.type("/copy");
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer /media/usb/copy");
    }
}
