// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.obnova.host.log.EventLog;

/** {@link Drivers} with real processes. */
public final class DriverProcesses implements Drivers {
    private final LaunchCommand command;
    private final EventLog log;
    private final InstantSource clock;
    private final Map<Path, Entry> drivers = new HashMap<>();

    /** A driver with the settings that it was made for. */
    private record Entry(ModuleEntry module, ModuleDriver driver) {}

    /**
     * @param command see {@link LaunchCommand#ofThisProgram}
     * @param log is told of crashes and hangs
     */
    public DriverProcesses(LaunchCommand command, EventLog log, InstantSource clock) {
        this.command = command;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public synchronized Driver of(ModuleEntry module) {
        Entry known = drivers.get(module.library());
        if (known != null && known.module().equals(module)) {
            return known.driver();
        }
        if (known != null) {
            var _ = known.driver().close(); // Its settings have changed.
        }
        ModuleDriver driver = new ModuleDriver(module, command, log, clock);
        drivers.put(module.library(), new Entry(module, driver));
        return driver;
    }

    @Override
    public synchronized void close() {
        List<CompletableFuture<?>> ends = new ArrayList<>();
        drivers.values().forEach(each -> ends.add(each.driver().close()));
        drivers.clear();
        ends.forEach(CompletableFuture::join);
    }
}
