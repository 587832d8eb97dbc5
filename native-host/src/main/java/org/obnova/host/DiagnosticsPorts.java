// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.computer.SpaceCheck;
import org.obnova.host.diagnostics.host.AotCacheCheck;
import org.obnova.host.diagnostics.host.JavaCacheTrial;
import org.obnova.host.diagnostics.token.DriverTrial;
import org.obnova.host.diagnostics.token.ModuleStartCheck;
import org.obnova.host.log.EventLog;
import org.obnova.host.personalstore.nss.NssProcess;
import org.obnova.host.settings.SettingsLoader;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.workstation.SystemRoot;

/**
 * What the diagnostics look at; tests put a folder in the computer's place.
 *
 * @param pins the system's store of passwords
 * @param nss whether NSS can be loaded
 * @param lib the image's folder with the jars and the cache
 */
record DiagnosticsPorts(
        SystemRoot root,
        Path administratorsSettings,
        Surroundings surroundings,
        SpaceCheck.Room room,
        Supplier<RememberedPins> pins,
        BooleanSupplier nss,
        ModuleStartCheck.Trial drivers,
        Path lib,
        AotCacheCheck.Trial cache) {
    /** Those of this computer. */
    static DiagnosticsPorts ofThisComputer(
            SystemRoot root, Supplier<RememberedPins> pins, EventLog log, InstantSource clock) {
        Path java = Path.of(System.getProperty("java.home"));
        LaunchCommand command = LaunchCommand.ofThisProgram();
        return new DiagnosticsPorts(
                root,
                SettingsLoader.ADMINISTRATOR,
                Surroundings.ofThisProcess(),
                SpaceCheck.Room.ofTheSystem(),
                pins,
                () -> new NssProcess(command).loads(),
                new DriverTrial(() -> new DriverProcesses(command, log, clock)),
                java.resolveSibling("lib"),
                new JavaCacheTrial(java.resolve("bin").resolve("java"), System.getProperty("java.class.path", "")));
    }
}
