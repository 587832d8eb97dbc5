// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Found;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;
import org.obnova.host.storage.token.wire.UserType;

/** Driver processes with the test token, which crashes, hangs and prints on command. */
@Timeout(180)
class DriverProcessTest {
    private static final long CKA_CLASS = 0;
    private static final long CKA_TOKEN = 1;
    private static final long CKA_LABEL = 3;
    private static final long CKA_VALUE = 0x11;
    private static final long CKO_DATA = 0;
    private static final Duration SHORT = Duration.ofMillis(1500);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource clock = now::get;
    private final Observer observer = new Observer();
    private final Drivers drivers = new DriverProcesses(LaunchCommand.ofThisProgram(), observer, clock);

    @SuppressWarnings("NullAway.Init")
    private Cabinet cabinet;

    @BeforeEach
    void prepare() throws IOException {
        cabinet = Cabinet.in(folder).insert();
    }

    @AfterEach
    void end() {
        drivers.close();
    }

    @Test
    void slots_tellTheToken() throws CkrException {
        TokenInfo token = requireNonNull(slot(driver()).token());

        assertThat(token.label()).isEqualTo("Токен");
        assertThat(token.serial()).isEqualTo("0a1b");
        assertThat(token.has(TokenInfo.TOKEN_INITIALIZED | TokenInfo.LOGIN_REQUIRED))
                .isTrue();
        assertThat(token.mechanisms()).contains(0x1040L);
    }

    @Test
    void objects_foundWithTheirAttributes_afterTheyWereMade() throws CkrException, IOException {
        Driver driver = driver();
        long slot = loggedIn(driver);
        driver.call(new Call.CreateObject(slot, data("первый", new byte[] {1})));
        long second = driver.call(new Call.CreateObject(slot, data("второй", new byte[] {2, 2})));

        List<Found> found = driver.call(new Call.Find(
                slot, List.of(Attribute.of(CKA_LABEL, "второй")), List.of(CKA_LABEL, CKA_VALUE, CKA_TOKEN, 0x162L)));

        assertThat(found).singleElement().satisfies(object -> {
            assertThat(object.handle()).isEqualTo(second);
            assertThat(object.text(CKA_LABEL)).contains("второй");
            assertThat(object.octets(CKA_VALUE)).hasValue(new byte[] {2, 2});
            assertThat(object.is(CKA_TOKEN)).isTrue();
            assertThat(object.attributes())
                    .as("no attribute that a data object has not")
                    .hasSize(3);
        });

        driver.call(new Call.DestroyObject(slot, second));
        assertThat(driver.call(new Call.Find(slot, List.of(), List.of()))).hasSize(1);
        assertThat(cabinet.calls()).as("one session for all of it").containsOnlyOnce("C_OpenSession");
    }

    @Test
    void refusal_toldByNumberAndFunction() throws CkrException {
        Driver driver = driver();
        long slot = slot(driver).slotId();

        CkrException refusal = refusal(() -> driver.call(new Call.Login(slot, UserType.USER, secret("00000000"))));

        assertThat(refusal.number()).isEqualTo(Ckr.PIN_INCORRECT.number());
        assertThat(refusal.function()).isEqualTo("C_Login");
        assertThat(driver.generation()).as("a refusal is no crash").isEqualTo(1);
    }

    @Test
    void crash_toldByName_andTheDriverReplaced() throws CkrException, IOException, InterruptedException {
        Driver driver = driver();
        long slot = slot(driver).slotId();
        driver.onEvent(observer);
        cabinet.faults("C_FindObjectsInit 1 crash");

        Fault fault = fault(() -> driver.call(new Call.Find(slot, List.of(), List.of())));

        assertThat(fault.code()).isEqualTo(ErrorCode.DRIVER_CRASHED);
        assertThat(fault.values()).containsEntry("module", "Тестовый");
        assertThat(observer.next()).isEqualTo(Driver.Event.ENDED);
        assertThat(observer.failures()).containsExactly("driver driver.so driver_crashed");
        assertThat(slot(driver).token()).isNotNull();
        assertThat(driver.generation()).isEqualTo(2);
    }

    @Test
    void killedProcess_toldAsCrash_betweenCalls() throws CkrException, InterruptedException {
        Driver driver = driver();
        driver.onEvent(observer);
        slot(driver);

        child().destroyForcibly();

        assertThat(observer.next()).isEqualTo(Driver.Event.ENDED);
        assertThat(slot(driver).token()).isNotNull();
    }

    @Test
    void hang_toldByName_andTheDriverReplaced() throws CkrException, IOException {
        Driver driver = driver(SHORT);
        slot(driver);
        ProcessHandle hanging = child();
        cabinet.faults("C_GetTokenInfo 1 hang");

        Fault fault = fault(() -> driver.call(new Call.Slots()));

        assertThat(fault.code()).isEqualTo(ErrorCode.DRIVER_HANGS);
        assertThat(hanging.onExit().join().isAlive()).as("no orphan").isFalse();
        assertThat(observer.failures()).containsExactly("driver driver.so driver_hangs");
        assertThat(slot(driver).token()).isNotNull();
    }

    @Test
    void stoppedProcess_toldAsHang_alsoWhenItReadsNothing() throws CkrException, IOException, InterruptedException {
        Driver driver = driver(SHORT);
        long slot = loggedIn(driver);
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(child().pid()))
                        .start()
                        .waitFor())
                .isZero();

        // More than a pipe holds.
        Fault fault = fault(() -> driver.call(new Call.CreateObject(slot, data("large", new byte[1_000_000]))));

        assertThat(fault.code()).isEqualTo(ErrorCode.DRIVER_HANGS);
        assertThat(slot(driver).token()).isNotNull();
    }

    @Test
    void otherDrivers_goOn_whileOneHangs() throws Exception {
        Driver hanging = driver();
        slot(hanging);
        Path elsewhere = folder.resolve("other");
        Files.createDirectories(elsewhere);
        Driver working = drivers.of(
                ModuleEntry.of("Другой", Cabinet.in(elsewhere).insert().library()));
        cabinet.faults("C_GetTokenInfo 1 hang");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Fault> stuck = threads.submit(() -> fault(() -> hanging.call(new Call.Slots())));

            assertThat(slot(working).token()).isNotNull();

            assertThat(stuck.isDone()).isFalse();
            drivers.close();
            assertThat(stuck.get().code()).isEqualTo(ErrorCode.CANCELLED);
        }
        assertThat(observer.failures()).isEmpty();
    }

    @Test
    void printing_breaksNoFrame() throws CkrException, IOException {
        cabinet.config("prints=yes");
        Driver driver = driver();

        long slot = loggedIn(driver);
        driver.call(new Call.CreateObject(slot, data("x", new byte[100])));

        assertThat(driver.call(new Call.Find(slot, List.of(), List.of(CKA_VALUE))))
                .hasSize(1);
        assertThat(driver.generation()).isEqualTo(1);
    }

    @Test
    void manyThreads_getTheirOwnAnswers() throws Exception {
        Driver driver = driver();
        long slot = loggedIn(driver);
        for (int i = 0; i < 8; i++) {
            driver.call(new Call.CreateObject(slot, data("object " + i, new byte[] {(byte) i})));
        }
        List<Future<byte[]>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                String label = "object " + i % 8;
                answers.add(threads.submit(() -> driver.call(
                                new Call.Find(slot, List.of(Attribute.of(CKA_LABEL, label)), List.of(CKA_VALUE)))
                        .getFirst()
                        .octets(CKA_VALUE)
                        .orElseThrow()));
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).containsExactly(i % 8);
        }
    }

    @Test
    void pluggingAndPulling_toldUnasked() throws CkrException, IOException, InterruptedException {
        Driver driver = driver();
        try (Driver.Subscription subscription = driver.onEvent(observer)) {
            slot(driver);
            cabinet.pull();
            assertThat(observer.next()).isEqualTo(Driver.Event.SLOTS_CHANGED);
            assertThat(slot(driver).token()).isNull();

            cabinet.insert();
            assertThat(observer.next()).isEqualTo(Driver.Event.SLOTS_CHANGED);
            assertThat(slot(driver).token()).isNotNull();
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void plugging_toldUnasked_byModulesWithoutEvents() throws CkrException, IOException, InterruptedException {
        cabinet.config("events=no").pull();
        Driver driver = driver();
        driver.onEvent(observer);
        assertThat(slot(driver).token()).isNull();

        cabinet.insert();

        assertThat(observer.next()).isEqualTo(Driver.Event.SLOTS_CHANGED);
    }

    /** A token that was exchanged between listing and writing must not be written to. */
    @Test
    void number_beDead_afterTheTokenWasPulledOnce() throws CkrException, IOException {
        Driver driver = driver();
        long before = loggedIn(driver);
        cabinet.pull().insert();

        CkrException refusal = refusal(() -> driver.call(new Call.CreateObject(before, data("x", new byte[] {1}))));

        assertThat(refusal.meaning()).isEqualTo(Ckr.Meaning.REMOVED);
        long after = slot(driver).slotId();
        assertThat(after).isNotEqualTo(before);
        assertThat(refusal(() -> driver.call(new Call.Logout(before))).meaning())
                .isEqualTo(Ckr.Meaning.REMOVED);
        assertThat(driver.call(new Call.Find(after, List.of(), List.of()))).isEmpty();
    }

    /** Else a call that was on its way while the process was replaced could reach another token. */
    @Test
    void number_beDead_afterTheProcessWasReplaced() throws CkrException, IOException {
        Driver driver = driver();
        long before = slot(driver).slotId();
        cabinet.faults("C_Logout 1 crash");
        fault(() -> driver.call(new Call.Logout(before)));

        CkrException refusal = refusal(() -> driver.call(new Call.Logout(before)));

        assertThat(refusal.meaning()).isEqualTo(Ckr.Meaning.REMOVED);
        assertThat(slot(driver).slotId()).isNotEqualTo(before);
    }

    @Test
    void missingLibrary_beToldAtOnce_andLessOftenTried() {
        Driver driver = drivers.of(ModuleEntry.of("Нет", folder.resolve("missing.so")));

        for (int i = 0; i < 3; i++) {
            assertThat(fault(() -> driver.call(new Call.Slots())).code()).isEqualTo(ErrorCode.DRIVER_FAILED);
        }
        assertThat(driver.generation()).isEqualTo(3);
        assertThat(fault(() -> driver.call(new Call.Slots())).code()).isEqualTo(ErrorCode.DRIVER_FAILED);
        assertThat(driver.generation()).as("no further process").isEqualTo(3);

        now.set(Instant.EPOCH.plusSeconds(2));
        assertThat(fault(() -> driver.call(new Call.Slots())).code()).isEqualTo(ErrorCode.DRIVER_FAILED);
        assertThat(driver.generation()).isEqualTo(4);
    }

    @Test
    void refusedInitialisation_beNoCrash() throws IOException {
        cabinet.faults("C_Initialize 1 ckr 0x30");

        Fault fault = fault(() -> driver().call(new Call.Slots()));

        assertThat(fault.code()).isEqualTo(ErrorCode.DRIVER_FAILED);
        assertThat(fault).hasMessageContaining("CKR_DEVICE_ERROR");
    }

    @Test
    void moduleWithoutLocks_beUsed() throws CkrException, IOException {
        cabinet.config("threads=no");

        assertThat(slot(driver()).token()).isNotNull();
    }

    @Test
    void closing_endsTheProcess_inOrder() throws CkrException, IOException, ExecutionException, InterruptedException {
        slot(driver());
        CompletableFuture<ProcessHandle> end = child().onExit();

        drivers.close();

        assertThat(end.get().isAlive()).isFalse();
        assertThat(cabinet.calls()).contains("C_Finalize");
    }

    @Test
    void closing_endsTheProcess_thatHangsAtItsEnd()
            throws CkrException, IOException, ExecutionException, InterruptedException {
        slot(driver());
        CompletableFuture<ProcessHandle> end = child().onExit();
        cabinet.faults("C_Finalize 1 hang");

        drivers.close();

        assertThat(end.get().isAlive()).isFalse();
    }

    private Driver driver() {
        return driver(ModuleEntry.ORDINARY_PATIENCE);
    }

    private Driver driver(Duration patience) {
        return drivers.of(new ModuleEntry("Тестовый", cabinet.library(), patience));
    }

    private static SlotFacts slot(Driver driver) throws CkrException {
        return driver.call(new Call.Slots()).getFirst();
    }

    private static long loggedIn(Driver driver) throws CkrException {
        long slot = slot(driver).slotId();
        driver.call(new Call.Login(slot, UserType.USER, secret("12345678")));
        return slot;
    }

    private static Secret secret(String pin) {
        return Secret.ofPassword(pin.toCharArray());
    }

    private static List<Attribute> data(String label, byte[] value) {
        return List.of(
                Attribute.of(CKA_CLASS, CKO_DATA),
                Attribute.of(CKA_TOKEN, true),
                Attribute.of(CKA_LABEL, label),
                Attribute.of(CKA_VALUE, value));
    }

    private ProcessHandle child() {
        return Children.of(ProcessHandle.current(), cabinet.library());
    }

    private static CkrException refusal(ThrowingCallable call) {
        return requireNonNull(catchThrowableOfType(CkrException.class, call));
    }

    private static Fault fault(ThrowingCallable call) {
        return requireNonNull(catchThrowableOfType(Fault.class, call));
    }
}
