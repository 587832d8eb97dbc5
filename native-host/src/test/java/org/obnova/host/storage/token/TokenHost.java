// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.EventLog;
import org.obnova.host.person.FakePins;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.settings.ModuleSetting;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.inventory.Tokens;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.pin.EachUse;
import org.obnova.host.storage.token.pin.FakeDoubts;
import org.obnova.host.storage.token.pin.Logins;
import org.obnova.host.storage.token.pin.NoRememberedPins;
import org.obnova.host.storage.token.pin.PinCare;
import org.obnova.host.storage.token.pin.Remembering;

/** One start of the host with real driver processes of the modules given, as it is wired; the person's windows are answered beforehand. */
public final class TokenHost implements AutoCloseable {
    private final FakePins pins = new FakePins();
    private final Notes notes = new Notes();
    private final DriverProcesses drivers;
    private final MeddledDrivers meddled;
    private final Workplace workplace;

    /** What the log was told. */
    private static final class Notes implements EventLog {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void done(String method) {
            lines.add(method);
        }

        @Override
        public void failed(String method, Fault fault) {
            lines.add(method + " " + fault.code() + " " + fault.getMessage());
        }

        @Override
        public String incident(Throwable cause) {
            lines.add("incident " + cause);
            return "incident";
        }
    }

    /** Starts over this home; trusts the anchor. */
    public TokenHost(Path home, X509CertificateHolder anchor, Path... modules) {
        List<ModuleSetting> named = List.of(modules).stream()
                .map(module -> new ModuleSetting(module, "Test", null, false))
                .toList();
        Settings settings = new Settings(List.of(), List.of(), List.of(), named, List.of(), false, false, List.of());
        drivers = new DriverProcesses(LaunchCommand.ofThisProgram(), notes, InstantSource.system());
        meddled = new MeddledDrivers(drivers);
        Logins logins = new Logins(InstantSource.fixed(Workplace.NOW), (time, work) -> {});
        PinCare care =
                new PinCare(pins, new Remembering(new NoRememberedPins(), new FakeDoubts(), () -> false), logins);
        TokenMedia media = new TokenMedia(new TokenRoom(
                SampleIds.in(home), care, eachUse(home), home.resolve("locks"), new SecureRandom(), notes));
        Tokens tokens = new Tokens(meddled, () -> settings, Surroundings.ofThisProcess(), media);
        workplace = new Workplace(home, FileActions.disk(), anchor, tokens);
    }

    /** What is kept of keys that ask at each use, in this home. */
    static EachUse eachUse(Path home) {
        return new EachUse(home.resolve("state/pin-each-use"), new DurableFiles(FileActions.disk()));
    }

    /** The services. */
    public Workplace workplace() {
        return workplace;
    }

    /** The person at the windows for PINs. */
    public FakePins pins() {
        return pins;
    }

    /** What stands between the storages and the modules' processes. */
    MeddledDrivers drivers() {
        return meddled;
    }

    /** What was noted. */
    public List<String> notes() {
        return notes.lines;
    }

    /** The only token. */
    public KeyStorage token() {
        List<KeyStorage> found = workplace.storages().settled().stream()
                .filter(each -> each.kind() == StorageKind.TOKEN)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("tokens: " + found.size() + ", not listed: "
                    + workplace.storages().notListed());
        }
        return found.getFirst();
    }

    @Override
    public void close() {
        drivers.close();
    }
}
