// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.person.FakeTask;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.pin.PinPrompt.Remember;
import org.obnova.host.storage.token.wire.TokenInfo;

class RememberingTest {
    private static final PinUse USE = new PinUse(Purpose.SIGN_DOCUMENT, "Ёлкина", "c-1");
    private static final RememberedPins.Key KEY = new RememberedPins.Key("token-1", "c-1");

    private final FakeToken token = new FakeToken();
    private final FakePinPerson person = new FakePinPerson();
    private final FakePins pins = new FakePins();
    private final FakeDoubts doubts = new FakeDoubts();
    private final Logins logins = new Logins(InstantSource.fixed(Instant.EPOCH), (time, work) -> {});
    private boolean allowed = true;

    private final PinCare care = new PinCare(person, new Remembering(pins, doubts, () -> allowed), logins);

    @Test
    void nothing_beRemembered_unlessThePersonSetsTheTick() {
        person.enters("right");

        login(USE);

        assertThat(person.questions.getFirst().remember()).isEqualTo(Remember.ALLOWED);
        assertThat(pins.list()).isEmpty();
    }

    @Test
    void pin_beRememberedOnceTheTokenTookIt_andNobodyAskedAgain() {
        person.ticks().enters("wrong", "right");

        login(USE);

        assertThat(remembered()).contains("right");
        assertThat(pins.list().getFirst().label()).isEqualTo("Token: Ёлкина");

        login(USE);
        assertThat(person.questions).hasSize(2);
        assertThat(token.calls).containsExactly("login wrong", "login right", "login right");
    }

    @Test
    void pin_beOfOneContainer_andOfNoneWhereThereIsNone() {
        pins.with("token-1", "c-1", "right");
        person.enters("right", "right");

        login(new PinUse(Purpose.SIGN_DOCUMENT, "Ёлкина", "c-2"));
        login(new PinUse(Purpose.NEW_KEY, "Ёлкина", null));

        assertThat(person.questions)
                .extracting(PinPrompt.Question::remember)
                .containsExactly(Remember.ALLOWED, Remember.OFF);
    }

    @ParameterizedTest
    @CsvSource({"2, enter LOW", "1, last try LAST_TRY"})
    void rememberedPin_notBeUsed_whereATryIsMissing(int left, String window) {
        pins.with("token-1", "c-1", "right");
        token.triesLeft(left);
        person.ticks().enters("right");

        login(USE);

        assertThat(person.windows).startsWith(window);
        assertThat(person.questions.getFirst().remember()).isEqualTo(Remember.REMEMBERED);
    }

    @Test
    void rememberedPin_notBeUsed_whereTheTokenWantsItChanged() {
        pins.with("token-1", "c-1", "right");
        token.flags(TokenInfo.USER_PIN_TO_BE_CHANGED);
        person.enters("right");

        login(USE);

        assertThat(person.windows).containsExactly("offer FACTORY", "enter FACTORY");
    }

    @Test
    void rememberedPinThatIsWrong_beForgotten_andSpendOneTryAtMost() {
        pins.with("token-1", "c-1", "old one");
        person.enters("right");

        login(USE);

        assertThat(token.calls).containsExactly("login old one", "login right");
        assertThat(person.windows).containsExactly("enter LOW");
        assertThat(person.questions.getFirst().wrongBefore()).isZero();
        assertThat(pins.list()).isEmpty();
    }

    /** Whatever the token answered: what failed once is never used again. */
    @ParameterizedTest
    @EnumSource(
            value = Ckr.class,
            names = {"OK", "USER_ALREADY_LOGGED_IN"},
            mode = EnumSource.Mode.EXCLUDE)
    void rememberedPin_beForgottenAtItsFirstFailure(Ckr ckr) {
        pins.with("token-1", "c-1", "right");
        token.answers(ckr);
        try {
            login(USE);
        } catch (Fault e) {
            assertThat(e.code()).isNotNull();
        }

        assertThat(pins.list()).isEmpty();
        assertThat(token.logins()).isEqualTo(1);
    }

    @Test
    void rememberedPin_beForgotten_whenTheDriverCrashes() {
        pins.with("token-1", "c-1", "right");
        token.fails(ErrorCode.DRIVER_CRASHED);

        assertFault(ErrorCode.DRIVER_CRASHED, () -> login(USE));

        assertThat(pins.list()).isEmpty();
    }

    @Test
    void rememberedPinOfTheWrongLength_costNoTry() {
        pins.with("token-1", "c-1", "abc");
        person.enters("right");

        login(USE);

        assertThat(token.calls).containsExactly("login right");
        assertThat(pins.list()).isEmpty();
    }

    @Test
    void policy_keepTheHostFromUsingAndFromRemembering() {
        pins.with("token-1", "c-1", "right");
        allowed = false;
        person.ticks().enters("right");

        login(USE);

        assertThat(person.questions.getFirst().remember()).isEqualTo(Remember.FORBIDDEN_BY_POLICY);
        assertThat(pins.list()).hasSize(1);
    }

    @Test
    void shutStore_beSaid_andNoReasonToFail() {
        pins.shut();
        person.ticks().enters("right");

        login(USE);

        assertThat(person.questions.getFirst().remember()).isEqualTo(Remember.UNAVAILABLE);
    }

    @Test
    void tickTakenAway_forget_evenWhenThePersonThenGivesUp() {
        pins.with("token-1", "c-1", "right");
        token.triesLeft(2);
        person.unticks().enters("wrong");

        assertFault(ErrorCode.CANCELLED, () -> login(USE));

        assertThat(pins.list()).isEmpty();
    }

    @Test
    void changedPin_forgetTheOldOnesOfThisTokenAlone() {
        pins.with("token-1", "c-1", "right").with("token-1", "c-2", "right").with("token-2", "c-1", "other");
        person.changes("right", "fresh one");

        care.change(new FakeTask(), token, "Ёлкина");

        assertThat(pins.list()).extracting(each -> each.key().storage()).containsExactly("token-2");
    }

    /** Each host is a process of its own: what one learned is lost to the next, unless it lies on disk. */
    @Test
    void rememberedPinThatIsWrong_costNoTryInALaterHost_whenTheStoreRefusesToForget() {
        pins.with("token-1", "c-1", "old one").stubborn();
        person.enters("right", "right", "right");

        login(USE);
        loginInAnotherHost();
        loginInAnotherHost();

        assertThat(token.calls).containsExactly("login old one", "login right", "login right", "login right");
        assertThat(person.questions)
                .extracting(PinPrompt.Question::remember)
                .as("a PIN that is in doubt is as good as none")
                .containsOnly(Remember.ALLOWED);
    }

    @Test
    void rememberedPin_costNoSecondTry_whenTheHostIsKilledDuringTheFirst() {
        pins.with("token-1", "c-1", "old one");
        Remembering killed = new Remembering(pins, doubts, () -> true);
        killed.find(token, USE, token.facts()).orElseThrow().close();
        person.enters("right");

        loginInAnotherHost();

        assertThat(token.calls).containsExactly("login right");
        assertThat(pins.list()).as("forgotten as soon as that is possible").isEmpty();
    }

    @Test
    void rememberedPin_notBeTried_whereItCouldNotBeNotedThatItsTryIsSpent() {
        pins.with("token-1", "c-1", "old one");
        doubts.full();
        person.enters("right");

        login(USE);

        assertThat(token.calls).containsExactly("login right");
    }

    @Test
    void rememberedPin_beOutOfDoubt_onceItWasTaken_orEnteredAnew() {
        pins.with("token-1", "c-1", "right");

        login(USE);
        loginInAnotherHost();

        assertThat(person.windows).isEmpty();

        pins.with("token-1", "c-1", "old one").stubborn();
        person.ticks().enters("right");
        login(USE);
        loginInAnotherHost();

        assertThat(person.windows).hasSize(1);
        assertThat(token.calls)
                .containsExactly("login right", "login right", "login old one", "login right", "login right");
    }

    @Test
    void changedPin_leaveTheOldOnesUnused_whenTheStoreWasShutThen() {
        pins.with("token-1", "c-1", "right").with("token-2", "c-1", "other");
        pins.shut();
        person.changes("right", "fresh one").enters("fresh one");
        care.change(new FakeTask(), token, "Ёлкина");
        pins.open();

        loginInAnotherHost();

        assertThat(token.calls).doesNotContain("login right").endsWith("login fresh one");
        assertThat(pins.list()).extracting(each -> each.key().storage()).containsExactly("token-2");
    }

    @Test
    void tickTakenAway_beAnsweredHonestly_whenTheStoreRefusesToForget() {
        pins.with("token-1", "c-1", "right").stubborn();
        token.triesLeft(2);
        person.unticks().enters("right");

        login(USE);

        assertThat(person.windows).containsExactly("enter LOW", "not forgotten");
        person.enters("right");
        loginInAnotherHost();
        assertThat(person.windows).endsWith("enter OK");
    }

    private void loginInAnotherHost() {
        Logins own = new Logins(InstantSource.fixed(Instant.EPOCH), (time, work) -> {});
        new PinCare(person, new Remembering(pins, doubts, () -> allowed), own)
                .login(new FakeTask(), token, USE)
                .close();
        token.reinsert();
        own.removed("token-1");
    }

    private Optional<String> remembered() {
        return pins.find(KEY).map(secret -> {
            try (Secret pin = secret) {
                return new String(pin.copy(), StandardCharsets.UTF_8);
            }
        });
    }

    private void login(PinUse use) {
        care.login(new FakeTask(), token, use).close();
        token.reinsert();
        logins.removed("token-1");
    }
}
