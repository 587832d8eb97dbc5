// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.log.FileLog;
import org.obnova.host.person.FakeTask;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.Drivers;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.driver.ModuleEntry;
import org.obnova.host.storage.token.inventory.SeenToken;
import org.obnova.host.storage.token.pin.FakeDoubts;
import org.obnova.host.storage.token.pin.FakePinPerson;
import org.obnova.host.storage.token.pin.FakePins;
import org.obnova.host.storage.token.pin.Logins;
import org.obnova.host.storage.token.pin.PinCare;
import org.obnova.host.storage.token.pin.PinUse;
import org.obnova.host.storage.token.pin.Remembering;
import org.obnova.host.storage.token.profile.VendorProfiles;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;

/**
 * The care for the PIN with the test token in a driver process: the module counts the logins, and there are no more of them than the person entered
 * PINs.
 */
@Timeout(180)
class PinOnTokenTest {
    private static final PinUse USE = new PinUse(Purpose.SIGN_DOCUMENT, "Ёлкина", "c-1");
    private static final int TRIES = 3;

    @TempDir
    Path folder;

    private final FakePinPerson person = new FakePinPerson();
    private final FakePins pins = new FakePins();
    private final FakeTask task = new FakeTask();
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private final Logins logins = new Logins(clock, (time, work) -> {});

    @SuppressWarnings("NullAway.Init")
    private TestToken token;

    @SuppressWarnings("NullAway.Init")
    private Drivers drivers;

    @BeforeEach
    void insert() {
        token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-ecp").pins(TestToken.PIN, TRIES, TRIES);
        drivers = new DriverProcesses(
                LaunchCommand.ofThisProgram(), new FileLog(() -> folder.resolve("host.log"), clock), clock);
    }

    @AfterEach
    void end() {
        drivers.close();
    }

    @Test
    void logins_beAsManyAsPinsEntered() throws CkrException {
        person.enters("00000000", "111", TestToken.PIN);

        storage().login(task, USE).close();

        assertThat(token.calls("C_Login")).isEqualTo(2); // «111» cannot be right, and was not tried.
        assertThat(token.triesLeft()).isEqualTo(TRIES);
        assertThat(person.windows).containsExactly("enter OK", "enter LOW", "enter LOW");
    }

    @Test
    void wrongUntilTheLock_warnBeforeTheLastTry_andWorkAgainOnceUnblocked() throws CkrException {
        TokenStorage storage = storage();
        person.enters("00000000", "00000001", "00000002");

        assertFault(ErrorCode.PIN_LOCKED, () -> storage.login(task, USE));

        assertThat(person.windows)
                .containsExactly("enter OK", "enter LOW", "last try LAST_TRY", "enter LAST_TRY", "locked");
        assertThat(token.calls("C_Login")).isEqualTo(TRIES);

        assertFault(ErrorCode.PIN_LOCKED, () -> storage.login(task, USE));
        assertThat(token.calls("C_Login")).isEqualTo(TRIES);

        new Pkcs11Tool(token.module(), folder)
                .must(
                        "--login",
                        "--login-type",
                        "so",
                        "--so-pin",
                        TestToken.SO_PIN,
                        "--init-pin",
                        "--new-pin",
                        "11223344");
        token.forgetCalls();
        person.enters("11223344");
        storage.login(task, USE).close();
        assertThat(token.calls("C_Login")).isEqualTo(1);
    }

    @Test
    void lastTry_notSpent_whenThePersonShrinksFromIt() throws CkrException {
        token.pins(TestToken.PIN, 1, TRIES);
        TokenStorage storage = storage();
        person.enters(TestToken.PIN).shrinksFromLastTry();

        assertFault(ErrorCode.CANCELLED, () -> storage.login(task, USE));

        assertThat(token.calls("C_Login")).isZero();
        assertThat(token.triesLeft()).isEqualTo(1);
    }

    @Test
    void login_serveTheWholeRenewal_andEndWithIt() throws CkrException {
        TokenStorage storage = storage();
        person.enters(TestToken.PIN, TestToken.PIN);

        storage.login(task, USE).close();
        storage.login(task, USE).close();
        try (LoggedIn last = storage.login(task, USE)) {
            last.end();
        }

        assertThat(token.calls("C_Login")).isEqualTo(1);
        assertThat(token.calls("C_Logout")).isEqualTo(1);

        storage.login(task, USE).close();
        assertThat(token.calls("C_Login")).isEqualTo(2);
    }

    @Test
    void pulledToken_beAskedAnew_andNoTrySpentWithoutThePerson() throws CkrException {
        TokenStorage storage = storage();
        person.enters(TestToken.PIN, TestToken.PIN);
        storage.login(task, USE).close();

        token.pull();
        assertFault(ErrorCode.TOKEN_REMOVED, () -> storage.login(task, USE));
        token.insert();
        storage.login(task, USE).close();

        assertThat(token.calls("C_Login")).isEqualTo(2);
        assertThat(person.questions).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ckr 0x5, TOKEN_FAILED",
        "ckr 0x6, TOKEN_FAILED",
        "ckr 0x30, TOKEN_FAILED",
        "ckr 0x32, TOKEN_REMOVED",
        "ckr 0x104, STORAGE_BUSY",
        "ckr 0x80000001, TOKEN_FAILED",
        "crash, DRIVER_CRASHED",
        "late-crash, DRIVER_CRASHED",
        "pull, TOKEN_REMOVED",
    })
    void failedLogin_nameItsCause_notBeRepeated_andTheNextBeThePersons(String fault, ErrorCode code)
            throws CkrException {
        TokenStorage storage = storage();
        person.enters(TestToken.PIN, TestToken.PIN);
        token.order("C_Login 1 " + fault);

        assertFault(code, () -> storage.login(task, USE));

        assertThat(token.triesLeft()).isEqualTo(TRIES);
        assertThat(token.calls("C_Login")).isEqualTo(1);
        assertThat(person.questions).hasSize(1);

        token.insert();
        storage.login(task, USE).close();
        assertThat(token.calls("C_Login")).isEqualTo(2);
        assertThat(person.questions).hasSize(2);
    }

    @Test
    void hangingLogin_beNamed_andTheNextBeThePersons() throws CkrException {
        TokenStorage storage = storage(Duration.ofSeconds(3));
        person.enters(TestToken.PIN, TestToken.PIN);
        token.order("C_Login 1 hang");

        assertFault(ErrorCode.DRIVER_HANGS, () -> storage.login(task, USE));
        storage.login(task, USE).close();

        assertThat(person.questions).hasSize(2);
        assertThat(token.calls("C_Login")).isEqualTo(2);
    }

    @Test
    void rememberedPinThatIsWrong_spendOneTry_andIsForgotten() throws CkrException {
        TokenStorage storage = storage();
        pins.with(storage.id(), "c-1", "00000000");
        person.ticks().enters(TestToken.PIN);

        storage.login(task, USE).close();

        assertThat(token.calls("C_Login")).isEqualTo(2);
        assertThat(pins.list()).hasSize(1); // The one entered since.
        logins.removed(storage.id());
        token.pull();
        token.insert();
        storage.login(task, USE).close();
        assertThat(person.questions).hasSize(1);
    }

    @Test
    void rememberedPin_notBeUsed_afterSomebodysWrongOne() throws CkrException {
        token.pins(TestToken.PIN, TRIES - 1, TRIES);
        TokenStorage storage = storage();
        pins.with(storage.id(), "c-1", "00000000");

        assertFault(ErrorCode.CANCELLED, () -> storage.login(task, USE));

        assertThat(token.calls("C_Login")).isZero();
    }

    @Test
    void change_beSeenByOtherPrograms() throws CkrException {
        person.changes("00000000", "55667788").changes(TestToken.PIN, "55667788");

        storage().changePin(task);

        assertThat(token.pin()).isEqualTo("55667788");
        assertThat(token.calls("C_SetPIN")).isEqualTo(2);
        assertThat(token.calls("C_Login")).isZero();
        new Pkcs11Tool(token.module(), folder).must("--login", "--pin", "55667788", "-O");
    }

    @Test
    void newPinThatTheTokenRefuses_keepTheOldOne() throws CkrException {
        token.with("pin-refused", "x");
        TokenStorage storage = storage();
        person.changes(TestToken.PIN, "with-an-x").changes(TestToken.PIN, "12");

        assertFault(ErrorCode.PIN_REFUSED, () -> storage.changePin(task));
        assertFault(ErrorCode.PIN_REFUSED, () -> storage.changePin(task));

        assertThat(token.pin()).isEqualTo(TestToken.PIN);
        assertThat(token.calls("C_SetPIN")).isEqualTo(1);
    }

    @Test
    void factoryPin_beKnownByTheFlag_andChanged() throws CkrException {
        token.with("factory-pin", TestToken.PIN);
        TokenStorage storage = storage();
        assertThat(storage.token().orElseThrow().pin()).isEqualTo(PinState.FACTORY);
        person.changesFactoryPin().changes(TestToken.PIN, "55667788");

        storage.login(task, USE).close();

        assertThat(token.calls("C_SetPIN")).isEqualTo(1);
        assertThat(token.calls("C_Login")).isEqualTo(1);
        assertThat(person.windows).containsExactly("offer FACTORY", "change FACTORY 0");
    }

    @Test
    void pad_takeThePinThere() throws CkrException {
        token.with("pad", "yes").atThePad("pin " + TestToken.PIN);

        storage().login(task, USE).close();

        assertThat(person.windows).containsExactly("pad SIGN_DOCUMENT", "pad closed");
        assertThat(token.calls("C_Login")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"cancel", "timeout", "reject"})
    void padThatIsGivenUp_costNoTry(String answer) throws CkrException {
        token.with("pad", "yes").with("pad-seconds", "0.2").atThePad(answer);
        TokenStorage storage = storage();

        assertFault(ErrorCode.PIN_PAD_FAILED, () -> storage.login(task, USE));

        assertThat(token.calls("C_Login")).isEqualTo(1);
        assertThat(token.triesLeft()).isEqualTo(TRIES);
    }

    @Test
    @Timeout(120)
    void windowClose_whenTheTokenIsPulledOut() throws CkrException {
        TokenStorage storage = storage();
        person.meanwhile(token::pull).staysAway();

        assertFault(ErrorCode.TOKEN_REMOVED, () -> storage.login(task, USE));

        assertThat(token.calls("C_Login")).isZero();
    }

    @Test
    void windowOfThePadThatIsGivenUp_endTheWaiting_andTheTokenWorksOn() throws CkrException {
        token.with("pad", "yes").with("pad-seconds", "60");
        TokenStorage storage = storage();
        person.givesUpAtThePad(CompletableFuture.completedFuture(true));

        assertFault(ErrorCode.CANCELLED, () -> storage.login(task, USE));

        assertThat(token.triesLeft()).isEqualTo(TRIES);
        assertThat(storage.seated(task).facts().pad()).isTrue();
    }

    @Test
    void changeOnThePad_takeBothThere() throws CkrException {
        token.with("pad", "yes").atThePad("change " + TestToken.PIN + " 55667788");

        storage().changePin(task);

        assertThat(token.pin()).isEqualTo("55667788");
    }

    private TokenStorage storage() throws CkrException {
        return storage(ModuleEntry.ORDINARY_PATIENCE);
    }

    private TokenStorage storage(Duration patience) throws CkrException {
        Driver driver = drivers.of(new ModuleEntry("Test", token.module(), patience));
        SlotFacts slot = driver.call(new Call.Slots()).getFirst();
        TokenInfo info = requireNonNull(slot.token());
        PinCare care = new PinCare(person, new Remembering(pins, new FakeDoubts(), () -> true), logins);
        TokenRoom room = new TokenRoom(
                SampleIds.in(folder),
                care,
                TokenHost.eachUse(folder),
                folder.resolve("locks"),
                new SecureRandom(),
                new FileLog(() -> folder.resolve("host.log"), clock));
        token.forgetCalls();
        return (TokenStorage) new TokenMedia(room)
                .of(new SeenToken(driver, driver.generation(), slot, info, VendorProfiles.of(info)));
    }

    @Test
    void entriesToldInTheWindow_beThoseOfTheStorage() throws CkrException {
        TokenStorage storage = storage();
        person.enters(TestToken.PIN);

        storage.login(task, USE).close();

        List<Integer> told = List.of(
                person.questions.getFirst().entriesLeast(),
                person.questions.getFirst().entriesMost());
        assertThat(told)
                .containsExactly(
                        storage.token().orElseThrow().pinEntriesLeast(),
                        storage.token().orElseThrow().pinEntriesMost());
    }
}
