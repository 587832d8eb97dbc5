// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.util.function.Supplier;
import org.obnova.host.entropy.EntropyRecording;
import org.obnova.host.log.EventLog;
import org.obnova.host.renewal.OrphanKeys;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.storage.PinChange;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.token.module.Modules;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.transfer.Exports;
import org.obnova.host.transfer.Imports;
import org.obnova.host.workstation.Workstation;

/**
 * What the commands stand on, built when it is first asked for.
 *
 * @param version the product's
 */
public record Offer(
        String version,
        Supplier<Storages> storages,
        Supplier<Modules> modules,
        Supplier<EntropyRecording> entropyRecording,
        Supplier<Imports> imports,
        Supplier<Exports> exports,
        Supplier<PinChange> pinChange,
        Supplier<RememberedPins> rememberedPins,
        Supplier<Renewals> renewals,
        Supplier<OrphanKeys> orphanKeys,
        ArchiveOffer archive,
        CareOffer care,
        Supplier<Workstation> workstation,
        EventLog log) {}
