// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.log.EventLog;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.MediumIds;
import org.obnova.host.storage.token.TokenMedia;
import org.obnova.host.storage.token.TokenRoom;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.inventory.Tokens;
import org.obnova.host.storage.token.module.ModuleSearch;
import org.obnova.host.storage.token.module.Modules;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.pin.Alarm;
import org.obnova.host.storage.token.pin.EachUse;
import org.obnova.host.storage.token.pin.Logins;
import org.obnova.host.storage.token.pin.PinCare;
import org.obnova.host.storage.token.pin.PinDoubtFiles;
import org.obnova.host.storage.token.pin.PinPrompt;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.storage.token.pin.Remembering;
import org.obnova.host.storage.token.pin.system.SystemPins;

/**
 * Builds what stands between the host and the vendors' modules, and the care for the PINs, once for the process: driver processes live as long as it does, and whoever is logged in is so for all its requests.
 */
final class TokenWiring {
    private final Supplier<Settings> settings;
    private final Supplier<Path> state;
    private final Supplier<PinPrompt> prompt;
    private final EventLog log;
    private final InstantSource clock;

    private @Nullable RememberedPins remembered;
    private @Nullable Logins logins;
    private @Nullable PinCare pinCare;
    private @Nullable Media tokens;

    /**
     * Nothing is built, and no module loaded, until it is asked for.
     *
     * @param state the folder of what the host keeps
     */
    TokenWiring(
            Supplier<Settings> settings,
            Supplier<Path> state,
            Supplier<PinPrompt> prompt,
            EventLog log,
            InstantSource clock) {
        this.settings = settings;
        this.state = state;
        this.prompt = prompt;
        this.log = log;
        this.clock = clock;
    }

    /** The drivers of tokens as they are found now; none is loaded. */
    Modules modules() {
        Settings now = settings.get();
        return new ModuleSearch(Surroundings.ofThisProcess()).search(now.modules(), now.knownModules());
    }

    synchronized RememberedPins rememberedPins() {
        RememberedPins known = remembered;
        if (known == null) {
            known = SystemPins.of(
                    System.getProperty("os.name"), System.getenv(), state.get().resolve("pins"));
            remembered = known;
        }
        return known;
    }

    /** Who is logged in to which token. */
    synchronized Logins logins() {
        Logins known = logins;
        if (known == null) {
            known = new Logins(clock, Alarm.system());
            logins = known;
        }
        return known;
    }

    synchronized PinCare pinCare() {
        PinCare known = pinCare;
        if (known == null) {
            PinDoubtFiles doubts = new PinDoubtFiles(state.get().resolve("pin-doubts"), HostServices.files());
            Remembering remembering = new Remembering(
                    rememberedPins(), doubts, () -> settings.get().mayRememberPin());
            known = new PinCare(prompt.get(), remembering, logins());
            pinCare = known;
        }
        return known;
    }

    synchronized Media tokens() {
        Media known = tokens;
        if (known == null) {
            SecureRandom random = new SecureRandom();
            DurableFiles files = HostServices.files();
            Path folder = state.get();
            MediumIds ids = new MediumIds(folder.resolve("media.key"), files, random);
            EachUse eachUse = new EachUse(folder.resolve("pin-each-use"), files);
            TokenRoom room = new TokenRoom(ids, pinCare(), eachUse, folder.resolve("locks"), random, log);
            known = new Tokens(
                    new DriverProcesses(LaunchCommand.ofThisProgram(), log, clock),
                    settings,
                    Surroundings.ofThisProcess(),
                    new TokenMedia(room));
            tokens = known;
        }
        return known;
    }
}
