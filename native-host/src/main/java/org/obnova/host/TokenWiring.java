// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.obnova.host.log.EventLog;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.MediumIds;
import org.obnova.host.storage.token.TokenMedia;
import org.obnova.host.storage.token.TokenRoom;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.inventory.Tokens;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.pin.EachUse;
import org.obnova.host.storage.token.pin.PinCare;

/** Builds what stands between the host and the vendors' modules, once for the process: driver processes live as long as it does. */
final class TokenWiring {
    private TokenWiring() {}

    /**
     * No module is loaded yet.
     *
     * @param state the folder of what the host keeps
     */
    static Media tokens(Supplier<Settings> settings, PinCare pins, Path state, EventLog log, InstantSource clock) {
        SecureRandom random = new SecureRandom();
        DurableFiles files = new DurableFiles(FileActions.disk());
        MediumIds ids = new MediumIds(state.resolve("media.key"), files, random);
        EachUse eachUse = new EachUse(state.resolve("pin-each-use"), files);
        TokenMedia media = new TokenMedia(new TokenRoom(ids, pins, eachUse, state.resolve("locks"), random, log));
        return new Tokens(
                new DriverProcesses(LaunchCommand.ofThisProgram(), log, clock),
                settings,
                Surroundings.ofThisProcess(),
                media);
    }
}
