// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.obnova.host.log.EventLog;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.platform.Directories;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.workstation.ComputerRestart;
import org.obnova.host.workstation.SystemRoot;

/** What surrounds the services; asked for once, when it is first needed. */
interface Environment {
    Directories directories();

    Path administratorsSettings();

    /** The stores of the person's other programs. */
    Supplier<List<PersonalStore>> personalStores();

    Prompts prompts(Directories directories);

    /** Where this computer's files are. */
    SystemRoot root();

    /** The host's program as browsers shall start it; empty where this is no installed host. */
    Optional<Path> launcher();

    /** Restarts this computer. */
    ComputerRestart computerRestart();

    /** What is looked at when something is wrong. */
    DiagnosticsPorts diagnostics(Supplier<RememberedPins> pins, EventLog log, InstantSource clock);
}
