// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.token;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Drivers;
import org.obnova.host.storage.token.driver.ModuleEntry;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.wire.Call;

/** Starts a driver in a process of its own, asks for its slots, and ends it. */
public final class DriverTrial implements ModuleStartCheck.Trial {
    /** A renewal waits longer; whoever looks for what is wrong does not have to. One that the settings call slow gets its time. */
    static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Supplier<Drivers> drivers;

    /** @param drivers new ones for each trial */
    public DriverTrial(Supplier<Drivers> drivers) {
        this.drivers = drivers;
    }

    @Override
    public Optional<Fault> start(FoundModule module) {
        Integer seconds = module.timeoutSeconds();
        Duration patience = seconds == null ? PATIENCE : Duration.ofSeconds(seconds);
        try (Drivers own = drivers.get()) {
            var _ = own.of(new ModuleEntry(module.name(), module.library(), patience))
                    .call(new Call.Slots());
            return Optional.empty();
        } catch (Fault e) {
            return Optional.of(e);
        } catch (CkrException e) {
            return Optional.of(new Fault(ErrorCode.DRIVER_FAILED, "the module refuses to list its slots", e));
        }
    }
}
