// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where this person's files belong. On Linux as the XDG Base Directory Specification 0.8 says (section 3), elsewhere the system's
 * equivalents. Nothing is created here.
 *
 * @param data containers: what must never be lost
 * @param state journal, consents, log: what is worth keeping between starts
 * @param config the person's settings
 * @param runtime sockets and locks of this login session
 */
public record Directories(Path data, Path state, Path config, Path runtime) {
    private static final String NAME = "obnova";

    /** Those of this process's environment. */
    public static Directories fromEnvironment() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * Those of the environment given.
     *
     * @param osName as the system property {@code os.name}
     * @param fallbackHome the person's home where {@code HOME} is not set
     */
    public static Directories of(Map<String, String> environment, String osName, Path fallbackHome) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return windows(environment, fallbackHome);
        }
        Path home = absolute(environment.get("HOME"), fallbackHome.toAbsolutePath());
        if (os.startsWith("mac")) {
            return mac(home);
        }
        Path state = absolute(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"))
                .resolve(NAME);
        return new Directories(
                absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                        .resolve(NAME),
                state,
                absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve(NAME),
                absolute(environment.get("XDG_RUNTIME_DIR"), state.resolve("runtime"))
                        .resolve(NAME));
    }

    /** The folder of the medium «this computer». */
    public Path containers() {
        return data.resolve("containers");
    }

    private static Directories windows(Map<String, String> environment, Path home) {
        // Keys do not roam: a roaming profile would copy them to a server.
        Path local = absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                .resolve("Obnova");
        Path roaming = absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                .resolve("Obnova");
        return new Directories(local.resolve("Data"), local.resolve("State"), roaming, local.resolve("Runtime"));
    }

    private static Directories mac(Path home) {
        Path support = home.resolve("Library/Application Support/Obnova");
        return new Directories(
                support.resolve("Data"),
                support.resolve("State"),
                home.resolve("Library/Preferences/Obnova"),
                home.resolve("Library/Caches/Obnova"));
    }

    /** The specification: a relative path is invalid and must be ignored. */
    private static Path absolute(@Nullable String value, Path otherwise) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        Path path = Path.of(value);
        return path.isAbsolute() ? path : otherwise;
    }
}
