// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.obnova.host.storage.token.pin.NoRememberedPins;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.storage.token.pin.secretservice.SecretServicePins;

/** The store of passwords that this system has. */
public final class SystemPins {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** PowerShell takes its time to start. */
    private static final Duration PROGRAMS_DEADLINE = Duration.ofSeconds(8);

    private SystemPins() {}

    /**
     * Chooses by the system's name.
     *
     * @param system as in the system property {@code os.name}
     * @param environment as of {@link System#getenv()}
     * @param folder of this person, for what the system seals but does not keep
     */
    public static RememberedPins of(String system, Map<String, String> environment, Path folder) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new DpapiPins(folder, new Program(DpapiPins.COMMAND, PROGRAMS_DEADLINE));
        }
        if (name.startsWith("mac")) {
            return new KeychainPins(new Program(KeychainPins.COMMAND, PROGRAMS_DEADLINE));
        }
        return linux(environment);
    }

    /** The session bus: where the environment says, else in its usual place (systemd's {@code dbus.socket}). */
    private static RememberedPins linux(Map<String, String> environment) {
        String address = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (address.isEmpty() && !runtime.isEmpty() && Files.exists(Path.of(runtime, "bus"))) {
            address = "unix:path=" + Path.of(runtime, "bus");
        }
        return address.isEmpty() ? new NoRememberedPins() : new SecretServicePins(address, DEADLINE);
    }
}
