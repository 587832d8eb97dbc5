// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A home folder for one workplace: nothing outside it is touched.
 *
 * @param folder absolute
 */
public record ThrowawayHome(Path folder) {
    /** Makes the folders. */
    public static ThrowawayHome make(Path folder) throws IOException {
        ThrowawayHome home = new ThrowawayHome(folder.toAbsolutePath());
        Files.createDirectories(home.folder().resolve("downloads"));
        Files.createDirectories(home.containers());
        Files.createDirectories(home.settings().getParent());
        Files.createDirectories(home.runtime());
        return home;
    }

    /** What a process must be given to live here. */
    public Map<String, String> environment() {
        return Map.of(
                "HOME", folder.toString(),
                "XDG_CONFIG_HOME", folder.resolve(".config").toString(),
                "XDG_DATA_HOME", folder.resolve(".local/share").toString(),
                "XDG_STATE_HOME", folder.resolve(".local/state").toString(),
                "XDG_CACHE_HOME", folder.resolve(".cache").toString(),
                "XDG_RUNTIME_DIR", runtime().toString(),
                // Where systems have it; nothing is there unless PasswordStore was started. The person's own bus is
                // none of a test's business.
                "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus(),
                "LANG", "C.UTF-8");
    }

    /** The host's containers of «this computer». */
    public Path containers() {
        return folder.resolve(".local/share/obnova/containers");
    }

    /** The host's journal of renewals. */
    public Path renewals() {
        return folder.resolve(".local/state/obnova/renewals");
    }

    /** Loses what the host remembers of renewals, permissions and copies: as on another computer. Keys and settings stay. */
    public void forgetState() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".local/state/obnova"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The person's settings of the host. */
    public Path settings() {
        return folder.resolve(".config/obnova/host.json");
    }

    /** The socket of the session's D-Bus. */
    Path bus() {
        return runtime().resolve("bus");
    }

    private Path runtime() {
        return folder.resolve("run");
    }
}
