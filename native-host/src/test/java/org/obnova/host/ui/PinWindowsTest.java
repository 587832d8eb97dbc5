// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

/** The windows of PINs as a person meets them: by keyboard alone, on a real display. */
class PinWindowsTest extends OnADesk {
    @ParameterizedTest
    @CsvSource({
        "pin.first, fault CANCELLED",
        "pin.wrong, fault CANCELLED",
        "pin.last, fault CANCELLED",
        "pin.last-try, fault CANCELLED",
        "pin.locked, answer READ",
        "pin.not-forgotten, answer READ",
        "pin.offer, answer LATER",
        "pin.pad, fault CANCELLED",
        "pin.pad-change, fault CANCELLED",
        "change.expired, fault CANCELLED"
    })
    void escape_isTheSafeWay_everywhere(String window, String outcome) throws Exception {
        desk.showAndSettle(window, Language.RU);
        desk.shoot(PICTURES, window, Language.RU);
        desk.press("Escape");
        assertThat(desk.outcome()).isEqualTo(outcome);
    }

    @Test
    void pin_isTakenByEnter() throws Exception {
        desk.showAndSettle("pin.factory", Language.EN);
        desk.type("135790");
        desk.shoot(PICTURES, "pin.factory", Language.EN);
        desk.press("Return");
        assertThat(desk.outcome()).isEqualTo("answer PIN 135790");
    }

    @ParameterizedTest
    @CsvSource({"'', too short", "12345, too short", "12345678901234567, too long"})
    void pin_ofALengthThatCannotBe_costsNoTry(String pin, String why) throws Exception {
        desk.showAndSettle("pin.first", Language.RU);
        desk.type(pin);
        desk.press("Return", "ctrl+Return");
        assertThat(desk.staysOpen(MOMENT)).as(why).isTrue();
        desk.shoot(PICTURES, "pin.first-" + why.replace(' ', '-'), Language.RU);
    }

    @Test
    void remembering_isOffByDefault_andSetByItsMnemonic() throws Exception {
        desk.showAndSettle("pin.first", Language.EN);
        desk.type("135790");
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer PIN 135790");
        desk.showAndSettle("pin.first", Language.EN);
        desk.type("135790");
        desk.press("alt+r");
        desk.shoot(PICTURES, "pin.first-remember", Language.EN);
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer PIN 135790 remembered");
    }

    @Test
    void rememberedPin_isForgotten_byTakingTheTickAway() throws Exception {
        desk.showAndSettle("pin.remembered", Language.RU);
        desk.type("135790");
        // Alt and the key of «З».
        desk.press("alt+p", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer PIN 135790");
    }

    @ParameterizedTest
    @CsvSource({"pin.forbidden", "pin.unavailable"})
    void remembering_cannotBeSet_whereItCannotBeHad(String window) throws Exception {
        desk.showAndSettle(window, Language.EN);
        desk.type("135790");
        desk.press("alt+r", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer PIN 135790");
    }

    @Test
    void tab_walksThroughThePage_andReachesTheActingButtonLast() throws Exception {
        desk.showAndSettle("pin.first", Language.EN);
        desk.type("135790");
        // Show, remember, cancel, continue.
        desk.press("Tab", "Tab", "space", "Tab", "Tab", "space");
        assertThat(desk.outcome()).isEqualTo("answer PIN 135790 remembered");
    }

    @Test
    void lastTry_isAPageOfItsOwn_whereHastyKeysDoNothing() throws Exception {
        desk.showAndPressAtOnce("pin.last-try", Language.RU, "ctrl+Return", "Return", "space");
        assertThat(desk.staysOpen(Duration.ofMillis(300))).isTrue();
        desk.settle();
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer GO ON");
    }

    @ParameterizedTest
    @CsvSource({"space", "Return"})
    void lastTry_isStopped_forTheSafeButtonHasTheKeyboard(String key) throws Exception {
        desk.showAndSettle("pin.last-try", Language.EN);
        desk.press(key);
        assertThat(desk.outcome()).isEqualTo("fault CANCELLED");
    }

    @Test
    void factoryPin_isChangedNow_whenThePersonWants() throws Exception {
        desk.showAndSettle("pin.offer", Language.EN);
        desk.press("alt+n");
        assertThat(desk.outcome()).isEqualTo("answer NOW");
    }

    @Test
    void change_asksForTheNewPinTwice() throws Exception {
        desk.showAndSettle("change.wish", Language.RU);
        desk.type("111111");
        desk.press("Tab");
        desk.type("864209");
        desk.press("Tab");
        desk.type("864200");
        desk.press("Return");
        assertThat(desk.staysOpen(MOMENT)).isTrue();
        desk.press("BackSpace");
        desk.type("9");
        desk.shoot(PICTURES, "change.wish", Language.RU);
        desk.press("Return");
        assertThat(desk.outcome()).isEqualTo("answer PIN 111111 becomes 864209");
    }

    @ParameterizedTest
    @CsvSource({"111111, the present one", "12345678, the factory one", "123, too short"})
    void change_refusesANewPin_thatIsNone(String fresh, String why) throws Exception {
        desk.showAndSettle("change.factory", Language.EN);
        desk.type("111111");
        desk.press("Tab");
        desk.type(fresh);
        desk.press("Tab");
        desk.type(fresh);
        desk.shoot(PICTURES, "change.factory-" + why.replace(' ', '-'), Language.EN);
        desk.press("ctrl+Return");
        assertThat(desk.staysOpen(MOMENT)).as(why).isTrue();
    }

    @Test
    void keypad_windowClosesByItself_whenTheDeviceHasAnswered() throws Exception {
        desk.showAndSettle("pin.pad", Language.RU);
        // Nothing can be typed here.
        desk.type("135790");
        desk.press("ctrl+Return", "Return");
        assertThat(desk.staysOpen(MOMENT)).isTrue();
        desk.order("answered");
        assertThat(desk.outcome()).isEqualTo("answer DEVICE ANSWERED");
        assertThat(desk.isEmpty()).isTrue();
        // And the next window has its turn.
        desk.showAndSettle("pin.locked", Language.RU);
        desk.press("space");
        assertThat(desk.outcome()).isEqualTo("answer READ");
    }
}
