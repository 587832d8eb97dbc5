// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

/** The windows for keys that come in from files and go out into them, by keyboard alone. */
class TransferWindowsTest extends OnADesk {
    @ParameterizedTest
    @CsvSource({
        "transfer.source-again, EN, Escape, fault CANCELLED",
        "transfer.contents, RU, Return, answer COPY Ёлкина Анна Андреевна",
        "transfer.contents, EN, ctrl+Return, answer COPY Ёлкина Анна Андреевна",
        "transfer.stays, RU, ctrl+Return, answer STAY Ёлкина Анна Андреевна",
        "transfer.target-again, RU, Return, answer PKCS12 /home/anna/Ёлкина Анна Андреевна.pfx",
        "storage.import, RU, Return, answer Этот компьютер",
        "password.change, RU, ctrl+Return, answer password of 0 octets",
    })
    void windows_answerTheKeyboard(String window, Language language, String key, String outcome) throws Exception {
        desk.showAndSettle(window, language);
        desk.shoot(PICTURES, window, language);
        desk.press(key);
        assertThat(desk.outcome()).isEqualTo(outcome);
    }

    @Test
    void source_waitsForAnAbsolutePath() throws Exception {
        desk.showAndSettle("transfer.source", Language.RU);
        desk.shoot(PICTURES, "transfer.source", Language.RU);
        desk.press("ctrl+Return");
        desk.type("key.pfx");
        desk.press("ctrl+Return");
        assertThat(desk.staysOpen(Duration.ofMillis(500))).isTrue();
        desk.press("ctrl+a");
        desk.type("/media/usb/../usb/key.pfx");
        desk.press("Return");
        assertThat(desk.outcome()).isEqualTo("answer /media/usb/key.pfx");
    }

    @Test
    void oneOfSeveralKeys_isChosen_andUsedFromWhereItLies() throws Exception {
        desk.showAndSettle("transfer.several", Language.RU);
        desk.shoot(PICTURES, "transfer.several", Language.RU);
        desk.press("alt+2", "alt+b", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer STAY ООО «Ёлка»");
    }

    @Test
    void formatOfTc26_isChosen_andTheNameGetsItsEnding() throws Exception {
        desk.showAndSettle("transfer.target", Language.RU);
        desk.shoot(PICTURES, "transfer.target", Language.RU);
        desk.press("alt+n", "alt+a", "ctrl+a");
        desk.type("/media/usb/key");
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer TC26_PFX /media/usb/key.pfx");
    }
}
