// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.EventLog;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.driver.ModuleEntry;
import org.obnova.host.storage.token.inventory.SeenToken;
import org.obnova.host.storage.token.pin.Alarm;
import org.obnova.host.storage.token.pin.FakeDoubts;
import org.obnova.host.storage.token.pin.Logins;
import org.obnova.host.storage.token.pin.NoRememberedPins;
import org.obnova.host.storage.token.pin.PinCare;
import org.obnova.host.storage.token.pin.PinPrompt;
import org.obnova.host.storage.token.pin.Remembering;
import org.obnova.host.storage.token.profile.VendorProfiles;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.TokenInfo;

/** The tokens of one module as the host has them: a real driver process, real storages, and a person who is asked for PINs. */
public final class OneModule implements Media, AutoCloseable {
    private final DriverProcesses drivers;
    private final Driver driver;
    private final TokenMedia storages;
    private boolean listed;
    private final List<Fault> troubles = new ArrayList<>();

    /**
     * @param patience of an ordinary call
     * @param locks a folder for lock files
     */
    public OneModule(Path module, Duration patience, Path locks, PinPrompt person) {
        this(LaunchCommand.ofThisProgram(), module, patience, locks, person);
    }

    /** As above, with driver processes that are started another way. */
    public OneModule(LaunchCommand command, Path module, Duration patience, Path locks, PinPrompt person) {
        InstantSource clock = InstantSource.system();
        drivers = new DriverProcesses(command, new NoLog(), clock);
        driver = drivers.of(new ModuleEntry("test", module, patience));
        PinCare pins = new PinCare(
                person,
                new Remembering(new NoRememberedPins(), new FakeDoubts(), () -> false),
                new Logins(clock, Alarm.system()));
        storages = new TokenMedia(new TokenRoom(
                SampleIds.in(locks), pins, TokenHost.eachUse(locks), locks, new SecureRandom(), new NoLog()));
    }

    @Override
    public List<KeyStorage> present() {
        listed = false;
        try {
            List<KeyStorage> there = driver.call(new Call.Slots()).stream()
                    .flatMap(slot -> Stream.ofNullable(slot.token())
                            .filter(token -> token.has(TokenInfo.TOKEN_INITIALIZED))
                            .map(token ->
                                    new SeenToken(driver, driver.generation(), slot, token, VendorProfiles.of(token))))
                    .map(storages::of)
                    .toList();
            listed = true;
            return there;
        } catch (CkrException e) {
            troubles.add(TokenFaults.of(e));
        } catch (Fault e) {
            troubles.add(e);
        }
        return List.of();
    }

    /** What went wrong when the tokens were listed, oldest first. */
    public List<Fault> troubles() {
        return troubles;
    }

    @Override
    public List<NotListed> notListed() {
        if (troubles.isEmpty() || listed) {
            return List.of();
        }
        NotListed.Reason reason = switch (troubles.getLast().code()) {
            case DRIVER_CRASHED -> NotListed.Reason.CRASHED;
            case DRIVER_HANGS -> NotListed.Reason.HANGING;
            default -> NotListed.Reason.REFUSED;
        };
        NotListed.Text text = new NotListed.Text("-", "-");
        return List.of(new NotListed(reason, "test", text, text));
    }

    @Override
    public void close() {
        drivers.close();
    }

    /** Takes no notes. */
    private static final class NoLog implements EventLog {
        @Override
        public void done(String method) {}

        @Override
        public void failed(String method, Fault fault) {}

        @Override
        public String incident(Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
