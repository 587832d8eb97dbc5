// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.UserType;

/** Calls that wait for a person at a keypad, and what giving them up does to others. */
@Timeout(180)
class KeypadCallTest {
    @TempDir
    Path folder;

    private final Observer observer = new Observer();
    private final Drivers drivers =
            new DriverProcesses(LaunchCommand.ofThisProgram(), observer, InstantSource.fixed(Instant.EPOCH));

    @SuppressWarnings("NullAway.Init")
    private Cabinet cabinet;

    @BeforeEach
    void prepare() throws IOException {
        cabinet = Cabinet.in(folder).tokenConfig("pad=yes").insert();
    }

    @AfterEach
    void end() {
        drivers.close();
    }

    @Test
    void keypadGivenUp_endTheProcess_whenTheKeypadIsWaitedFor() throws Exception {
        Driver driver = driver();
        long slot = slot(driver).slotId();
        FutureTask<Fault> login = new FutureTask<>(() -> fault(() -> driver.call(padLogin(slot))));
        Thread caller = Thread.startVirtualThread(login);
        cabinet.awaitPad();
        ProcessHandle waiting = Children.of(ProcessHandle.current(), cabinet.library());

        caller.interrupt();

        assertThat(login.get().code()).isEqualTo(ErrorCode.CANCELLED);
        assertThat(waiting.onExit().join().isAlive()).isFalse();
        assertThat(slot(driver).token()).as("given up, not broken").isNotNull();
        assertThat(observer.failures()).isEmpty();
    }

    /** It may be another page's write. */
    @Test
    void keypadGivenUp_leaveTheCallOfSomebodyElseAlone() throws Exception {
        cabinet.config("latency.C_SeedRandom=1500");
        Driver driver = driver();
        long slot = slot(driver).slotId();
        FutureTask<Boolean> write = new FutureTask<>(() -> {
            driver.call(new Call.SeedRandom(slot, new byte[32]));
            return true;
        });
        awaitWaiting(Thread.startVirtualThread(write));
        FutureTask<Fault> login = new FutureTask<>(() -> fault(() -> driver.call(padLogin(slot))));
        Thread caller = Thread.startVirtualThread(login);
        awaitWaiting(caller);

        caller.interrupt();

        assertThat(login.get().code()).isEqualTo(ErrorCode.CANCELLED);
        assertThat(write.isDone()).as("the other call is still under way").isFalse();
        assertThat(write.get()).isTrue();
        assertThat(driver.generation()).isEqualTo(1);
        assertThat(cabinet.calls()).doesNotContain("C_Login");
    }

    private static Call<?> padLogin(long slot) {
        return new Call.Login(slot, UserType.USER, null);
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    private Driver driver() {
        return drivers.of(new ModuleEntry("Тестовый", cabinet.library(), ModuleEntry.ORDINARY_PATIENCE));
    }

    private static SlotFacts slot(Driver driver) throws CkrException {
        return driver.call(new Call.Slots()).getFirst();
    }

    private static Fault fault(ThrowingCallable call) {
        return requireNonNull(catchThrowableOfType(Fault.class, call));
    }
}
