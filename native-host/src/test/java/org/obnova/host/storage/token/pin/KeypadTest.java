// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.person.FakeTask;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.Ckr;

@Timeout(60)
class KeypadTest {
    private static final PinUse USE = new PinUse(Purpose.SIGN_DOCUMENT, "Ёлкина", "c-1");

    private final FakeToken token = new FakeToken();
    private final FakePinPerson person = new FakePinPerson();
    private final FakePins pins = new FakePins();
    private final FakeTask task = new FakeTask();
    private final PinCare care = new PinCare(
            person,
            new Remembering(pins, new FakeDoubts(), () -> true),
            new Logins(InstantSource.fixed(Instant.EPOCH), (time, work) -> {}));

    @Test
    void pad_beWaitedFor_withTheWindowOpen_andNoPinInTheHost() {
        pins.with("token-1", "c-1", "right");
        token.withPad("right");

        login();

        assertThat(token.calls).containsExactly("login on the pad");
        assertThat(person.windows).containsExactly("pad SIGN_DOCUMENT", "pad closed");
    }

    @ParameterizedTest
    @CsvSource({
        "FUNCTION_CANCELED, PIN_PAD_FAILED",
        "FUNCTION_REJECTED, PIN_PAD_FAILED",
        "DEVICE_REMOVED, TOKEN_REMOVED",
        "FUNCTION_FAILED, TOKEN_FAILED",
    })
    void padThatGaveUp_beNamed_andNotTriedAgain(Ckr ckr, ErrorCode code) {
        token.withPad("right").answers(ckr);

        assertFault(code, this::login);

        assertThat(token.calls).containsExactly("login on the pad");
        assertThat(person.windows).endsWith("pad closed");
    }

    @Test
    void padThatNobodyComesTo_beNamed() {
        token.withPad("right").fails(ErrorCode.DRIVER_HANGS);

        assertFault(ErrorCode.PIN_PAD_FAILED, this::login);
    }

    @Test
    void personWhoGivesUpInTheWindow_endTheWaiting() {
        token.withPad("");
        person.givesUpAtThePad(token.atPad);

        assertFault(ErrorCode.CANCELLED, this::login);

        assertThat(token.givenUp.join()).isTrue();
        assertThat(person.windows).containsExactly("pad SIGN_DOCUMENT", "pad closed");
    }

    @Test
    void wrongPinOnThePad_lockInTheEnd_withTheLastTryConfirmed() {
        token.withPad("wrong");

        assertFault(ErrorCode.PIN_LOCKED, this::login);

        assertThat(token.logins()).isEqualTo(FakeToken.TRIES);
        assertThat(person.windows)
                .containsExactly(
                        "pad SIGN_DOCUMENT",
                        "pad closed",
                        "pad SIGN_DOCUMENT",
                        "pad closed",
                        "last try LAST_TRY",
                        "pad SIGN_DOCUMENT",
                        "pad closed",
                        "locked");
    }

    private void login() {
        care.login(task, token, USE).close();
    }
}
