// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

/** The windows about keys that lie about and about giving up, on a real display, by keyboard alone. */
class RenewalWindowsTest extends OnADesk {
    /** What was made for this application is taken, what nobody knows is not, unless the person says so. */
    @ParameterizedTest
    @CsvSource({
        "orphan.recorded, RU, ctrl+Return, answer USE 1",
        "orphan.recorded, EN, Return, answer USE 1",
        "orphan.unknown, RU, ctrl+Return, answer NEW",
        "orphan.unknown, EN, Escape, fault CANCELLED",
        "orphan.several, RU, ctrl+Return, answer USE 2",
        "orphan.several, EN, ctrl+Return, answer USE 2",
        "abandon.key, RU, ctrl+Return, answer KEEP_KEY",
        "abandon.key, EN, Escape, fault CANCELLED",
        "abandon.key, EN, space, fault CANCELLED",
        "abandon.issued, RU, ctrl+Return, answer KEEP_KEY",
        "abandon.none, RU, ctrl+Return, answer KEEP_KEY",
        "abandon.away, RU, ctrl+Return, answer KEEP_KEY"
    })
    void keys_doWhatIsSafe_unlessThePersonChooses(String window, Language language, String key, String outcome)
            throws Exception {
        desk.showAndSettle(window, language);
        desk.shoot(PICTURES, window, language);
        desk.press(key);
        assertThat(desk.outcome()).isEqualTo(outcome);
    }

    @Test
    void aKeyIsChosen_byItsNumber_andANewOneByItsLetterInEachLayout() throws Exception {
        desk.showAndSettle("orphan.unknown", Language.RU);
        desk.press("alt+1", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer USE 1");
        desk.showAndSettle("orphan.recorded", Language.RU);
        desk.press("alt+c", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer NEW");
    }

    @Test
    void theKeyIsRemoved_onlyWhenThatIsChosen() throws Exception {
        desk.showAndSettle("abandon.key", Language.RU);
        desk.press("alt+e", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer REMOVE_KEY");
    }
}
