// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.person.FakeTask;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.wire.TokenInfo;

class PinChangeTest {
    private static final PinUse USE = new PinUse(Purpose.NEW_KEY, "Ёлкина", null);

    private final FakeToken token = new FakeToken();
    private final FakePinPerson person = new FakePinPerson();
    private final FakeTask task = new FakeTask();
    private final PinCare care = new PinCare(
            person,
            new Remembering(new FakePins(), new FakeDoubts(), () -> true),
            new Logins(InstantSource.fixed(Instant.EPOCH), (time, work) -> {}));

    @Test
    void change_takeBothToTheTokenOnce() {
        person.changes("right", "fresh one");

        change();

        assertThat(token.calls).containsExactly("setPin right");
        assertThat(person.windows).containsExactly("change WISH 0");
    }

    @Test
    void wrongPresentPin_beAskedAnew_andTheLastTryConfirmed() {
        person.changes("wrong", "fresh one").changes("wrong", "fresh one").changes("right", "fresh one");

        change();

        assertThat(person.windows)
                .containsExactly("change WISH 0", "change WISH 1", "last try LAST_TRY", "change WISH 2");
    }

    @Test
    void wrongPresentPin_lockInTheEnd() {
        token.triesLeft(1);
        person.changes("wrong", "fresh one");

        assertFault(ErrorCode.PIN_LOCKED, this::change);

        assertThat(person.windows).endsWith("locked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "seventeen letters"})
    void newPinOfAWrongLength_beRefusedBeforeATry(String fresh) {
        person.changes("right", fresh);

        assertFault(ErrorCode.PIN_REFUSED, this::change);

        assertThat(token.calls).isEmpty();
    }

    @Test
    void presentPinOfAWrongLength_costNoTry() {
        person.changes("abc", "fresh one").changes("right", "fresh one");

        change();

        assertThat(token.calls).containsExactly("setPin right");
    }

    @ParameterizedTest
    @CsvSource({
        "PIN_LEN_RANGE, PIN_REFUSED",
        "PIN_INVALID, PIN_REFUSED",
        "PIN_TOO_WEAK, PIN_REFUSED",
        "FUNCTION_FAILED, TOKEN_FAILED",
        "GENERAL_ERROR, TOKEN_FAILED",
        "DEVICE_REMOVED, TOKEN_REMOVED",
        "TOKEN_WRITE_PROTECTED, STORAGE_READ_ONLY",
        "SESSION_READ_ONLY, STORAGE_READ_ONLY",
    })
    void whatTheTokenRefuses_keepTheOldPin(Ckr ckr, ErrorCode code) {
        token.answers(ckr);
        person.changes("right", "fresh one").enters("right");

        assertFault(code, this::change);

        assertThat(token.calls).containsExactly("setPin right");
        care.login(task, token, USE).close();
        assertThat(token.isLoggedIn()).isTrue();
    }

    @Test
    void factoryPin_beOffered_changed_andTheNewOneUsedWithoutAnotherQuestion() {
        token.flags(TokenInfo.USER_PIN_TO_BE_CHANGED);
        person.changesFactoryPin().changes("right", "fresh one");

        care.login(task, token, USE).close();

        assertThat(person.windows).containsExactly("offer FACTORY", "change FACTORY 0");
        assertThat(token.calls).containsExactly("setPin right", "login fresh one");
    }

    @Test
    void factoryPin_beOfferedOnce_andNeverTried() {
        token.flags(TokenInfo.USER_PIN_TO_BE_CHANGED);
        person.enters("right", "right");

        care.login(task, token, USE).close();
        token.reinsert();
        care.login(task, token, USE).close();

        assertThat(person.windows).containsExactly("offer FACTORY", "enter FACTORY", "enter FACTORY");
        assertThat(token.calls).doesNotContain("login 12345678");
    }

    @Test
    void expiredPin_beChanged_andTheNewOneUsed() {
        token.answers(Ckr.PIN_EXPIRED);
        person.enters("right").changes("right", "fresh one");

        care.login(task, token, USE).close();

        assertThat(person.windows).containsExactly("enter OK", "change EXPIRED 0");
        assertThat(token.calls).containsExactly("login right", "setPin right", "login fresh one");
    }

    @Test
    void expiredPinThatThePersonKeeps_nameTheWayOn() {
        token.answers(Ckr.PIN_EXPIRED);
        person.enters("right");

        assertFault(ErrorCode.PIN_CHANGE_REQUIRED, () -> care.login(task, token, USE));
    }

    @Test
    void change_endTheLogin() {
        person.enters("right").changes("right", "fresh one");
        care.login(task, token, USE).close();

        change();

        assertThat(token.calls).containsExactly("login right", "logout", "setPin right");
        assertThat(token.isLoggedIn()).isFalse();
    }

    @Test
    void changeOnThePad_takeNoPinThroughTheHost() {
        token.withPad("right");

        change();

        assertThat(token.calls).containsExactly("setPin on the pad");
        assertThat(person.windows).containsExactly("pad CHANGE_PIN", "pad closed");
    }

    private void change() {
        care.change(task, token, "Ёлкина");
    }
}
