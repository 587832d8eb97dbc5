// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.person.FakeTask;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.pin.PinPrompt.Remember;
import org.obnova.host.storage.token.wire.TokenInfo;

class PinCareTest {
    private static final PinUse USE = new PinUse(Purpose.SIGN_DOCUMENT, "Ёлкина", "c-1");

    private final FakeToken token = new FakeToken();
    private final FakePinPerson person = new FakePinPerson();
    private final FakePins pins = new FakePins();
    private final FakeTask task = new FakeTask();
    private boolean allowed = true;

    private final PinCare care = new PinCare(
            person,
            new Remembering(pins, new FakeDoubts(), () -> allowed),
            new Logins(
                    InstantSource.fixed(Instant.EPOCH),
                    (time, work) -> assertThat(time).isEqualTo(Duration.ofMinutes(5))));

    @Test
    void windowClose_whenTheTokenIsPulledOut_andNoTryIsSpent() {
        person.meanwhile(token::pull).staysAway();

        assertFault(
                ErrorCode.TOKEN_REMOVED,
                () -> care.login(new FakeTask(), token, new PinUse(Purpose.NEW_KEY, "", null)));

        assertThat(person.windows).hasSize(1);
        assertThat(token.calls).isEmpty();
    }

    /** «This renewal will need the PIN three times more» is no word for a login or a copy. */
    @ParameterizedTest
    @EnumSource(Purpose.class)
    void entriesOfARenewal_beToldWhereThereIsOne(Purpose purpose) {
        person.enters("right");

        care.login(new FakeTask(), token, new PinUse(purpose, "", null)).close();

        boolean told = person.questions.getFirst().entriesMost() > 0;
        assertThat(told)
                .isEqualTo(List.of(
                                Purpose.SIGN_DOCUMENT,
                                Purpose.MAKE_REQUEST,
                                Purpose.NEW_KEY,
                                Purpose.INSTALL_CERTIFICATE)
                        .contains(purpose));
    }

    @Test
    void login_askOnce_andTryOnce() {
        person.enters("right");

        login();

        assertThat(token.calls).containsExactly("login right");
        assertThat(person.windows).containsExactly("enter OK");
    }

    @Test
    void wrongPin_beAskedAnew_withTheStateReadAnew() {
        person.enters("wrong", "right");

        login();

        assertThat(person.windows).containsExactly("enter OK", "enter LOW");
        assertThat(person.questions.getLast().wrongBefore()).isEqualTo(1);
        assertThat(token.calls).containsExactly("login wrong", "login right");
    }

    @Test
    void wrongPin_neverBeTriedAgainByTheHost() {
        person.enters("wrong");

        assertFault(ErrorCode.CANCELLED, this::login);

        assertThat(token.calls).containsExactly("login wrong");
    }

    @Test
    void lastTry_onlyAfterTheConfirmation() {
        person.enters("wrong", "wrong", "right");

        login();

        assertThat(person.windows).containsExactly("enter OK", "enter LOW", "last try LAST_TRY", "enter LAST_TRY");
        assertThat(token.triesLeft()).isEqualTo(FakeToken.TRIES);
    }

    @Test
    void lastTry_notSpent_whenThePersonShrinksFromIt() {
        token.triesLeft(1);
        person.enters("right").shrinksFromLastTry();

        assertFault(ErrorCode.CANCELLED, this::login);

        assertThat(token.calls).isEmpty();
    }

    @Test
    void lastTryWrong_endInTheLock_toldWithTheWayOn() {
        token.triesLeft(1);
        person.enters("wrong");

        assertFault(ErrorCode.PIN_LOCKED, this::login);

        assertThat(person.windows).containsExactly("last try LAST_TRY", "enter LAST_TRY", "locked");
    }

    @Test
    void lockedToken_beNeverTried() {
        token.triesLeft(0);
        person.enters("right");

        assertFault(ErrorCode.PIN_LOCKED, this::login);

        assertThat(token.calls).isEmpty();
        assertThat(person.windows).containsExactly("locked");
    }

    @Test
    void triesSpentByOthersWhileTheWindowIsOpen_countBeforeTheTry() {
        person.enters("right").meanwhile(() -> token.spend(2));

        login();

        assertThat(person.windows).containsExactly("enter OK", "last try LAST_TRY");
    }

    @Test
    void lockedByOthersWhileTheWindowIsOpen_notTried() {
        person.enters("right").meanwhile(() -> token.spend(3));

        assertFault(ErrorCode.PIN_LOCKED, this::login);

        assertThat(token.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "seventeen letters", "ёё ёё ёё ё"})
    void pinThatCannotBeRight_costNoTry(String misfit) {
        person.enters(misfit, "right");

        login();

        assertThat(token.calls).containsExactly("login right");
        assertThat(person.questions.getFirst().misfit()).isFalse();
        assertThat(person.questions.getLast().misfit()).isTrue();
        assertThat(person.questions.getLast().wrongBefore()).isZero();
    }

    @Test
    void pinNotSet_orTokenNotPrepared_notBeTried() {
        token.without(TokenInfo.USER_PIN_INITIALIZED);
        assertFault(ErrorCode.PIN_NOT_SET, this::login);

        token.without(TokenInfo.TOKEN_INITIALIZED);
        assertFault(ErrorCode.TOKEN_NOT_READY, this::login);

        assertThat(token.calls).isEmpty();
        assertThat(person.windows).isEmpty();
    }

    @Test
    void tokenWithoutLogin_askNobody() {
        token.without(TokenInfo.LOGIN_REQUIRED);

        login();

        assertThat(token.calls).isEmpty();
        assertThat(person.windows).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, OK",
        "0x10000, LOW",
        "0x20000, LAST_TRY",
        "0x30000, LAST_TRY",
        "0x40000, LOCKED",
        "0x70000, LOCKED",
        "0x80000, FACTORY",
        "0x90000, LOW",
        "0xA0000, LAST_TRY",
        "0xF0000, LOCKED",
    })
    void state_followTheFlagThatAsksForMostCare(String flags, String state) {
        token.flags(Long.decode(flags));

        assertThat(token.facts().medium().state()).hasToString(state);
    }

    /** Every return value of the standard: none but the four of a wrong PIN leads to another question. */
    @ParameterizedTest
    @EnumSource(Ckr.class)
    void returnValue_endOneTry_orAskThePerson_butNeverTryAgainAlone(Ckr ckr) {
        if (ckr == Ckr.OK) {
            return;
        }
        token.answers(ckr);
        person.enters("first", "right");
        ErrorCode ended = null;

        try {
            login();
        } catch (Fault e) {
            ended = e.code();
        }

        switch (ckr) {
            case PIN_INCORRECT, PIN_INVALID, PIN_LEN_RANGE, PIN_TOO_WEAK -> {
                assertThat(ended).isNull();
                assertThat(token.calls).containsExactly("login first", "login right");
            }
            case USER_ALREADY_LOGGED_IN -> assertThat(token.calls).startsWith("login first", "logout", "login first");
            case PIN_EXPIRED -> {
                assertThat(ended).isEqualTo(ErrorCode.PIN_CHANGE_REQUIRED);
                assertThat(person.windows).contains("change EXPIRED 0");
            }
            case PIN_LOCKED -> {
                assertThat(ended).isEqualTo(ErrorCode.PIN_LOCKED);
                assertThat(person.windows).contains("locked");
            }
            default -> {
                assertThat(ended).isNotNull().isNotEqualTo(ErrorCode.PIN_LOCKED);
                assertThat(token.calls).containsExactly("login first");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FUNCTION_FAILED, TOKEN_FAILED",
        "GENERAL_ERROR, TOKEN_FAILED",
        "DEVICE_ERROR, TOKEN_FAILED",
        "DEVICE_REMOVED, TOKEN_REMOVED",
        "TOKEN_NOT_PRESENT, TOKEN_REMOVED",
        "TOKEN_NOT_RECOGNIZED, TOKEN_NOT_READY",
        "USER_PIN_NOT_INITIALIZED, PIN_NOT_SET",
        "USER_ANOTHER_ALREADY_LOGGED_IN, STORAGE_BUSY",
        "TOKEN_WRITE_PROTECTED, STORAGE_READ_ONLY",
        "FUNCTION_CANCELED, PIN_PAD_FAILED",
    })
    void failure_nameItsCause_andNeverAWrongPin(Ckr ckr, ErrorCode code) {
        token.answers(ckr);
        person.enters("right", "right");

        assertFault(code, this::login);

        assertThat(token.calls).containsExactly("login right");
    }

    @ParameterizedTest
    @EnumSource(names = {"DRIVER_CRASHED", "DRIVER_HANGS", "DRIVER_FAILED", "TOKEN_REMOVED"})
    void driversFault_beNotTriedAgain(ErrorCode code) {
        token.fails(code);
        person.enters("right", "right");

        assertFault(code, this::login);

        assertThat(token.calls).containsExactly("login right");
    }

    @Test
    void cancelledWhileTheWindowIsOpen_noTry() {
        person.enters("right").meanwhile(task::cancel);

        assertFault(ErrorCode.CANCELLED, this::login);

        assertThat(token.calls).isEmpty();
    }

    @Test
    void keyThatWantsThePinEachTime_askEachTime_andRememberNothing() {
        pins.with("token-1", "c-1", "right");
        person.enters("wrong", "right", "right");

        assertThat(care.eachUse(task, token, USE, token::sign)).isEqualTo("signature");
        assertThat(care.eachUse(task, token, USE, token::sign)).isEqualTo("signature");

        assertThat(token.calls).containsExactly("sign wrong", "sign right", "sign right");
        assertThat(person.questions).extracting(PinPrompt.Question::remember).containsOnly(Remember.OFF);
    }

    private void login() {
        care.login(task, token, USE).close();
    }
}
