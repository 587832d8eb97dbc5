// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.obnova.host.log.EventLog;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.token.TokenMedia;
import org.obnova.host.storage.token.TokenRoom;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.inventory.Tokens;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.pin.PinCare;

/** Builds what stands between the host and the vendors' modules, once for the process: driver processes live as long as it does. */
final class TokenWiring {
    private TokenWiring() {}

    /**
     * No module is loaded yet.
     *
     * @param locks a folder for lock files
     */
    static Media tokens(Supplier<Settings> settings, PinCare pins, Path locks, EventLog log, InstantSource clock) {
        TokenMedia media = new TokenMedia(new TokenRoom(pins, locks, new SecureRandom(), log));
        return new Tokens(
                new DriverProcesses(LaunchCommand.ofThisProgram(), log, clock),
                settings,
                Surroundings.ofThisProcess(),
                media);
    }
}
