// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the computer's files are: all places of this capability go through here, so that a package's build and the tests can use another root.
 *
 * @param root the system's root folder, normally {@code /}
 * @param home the person's, a path of this process (within the root where that is another)
 * @param environment with the XDG variables where they are set (XDG Base Directory Specification), paths as the computer names them
 */
public record SystemRoot(Path root, Path home, Map<String, String> environment, OperatingSystem system) {
    private static final String UID = "unix:uid";

    /** Copies the environment. */
    public SystemRoot {
        environment = Map.copyOf(environment);
        if (!root.isAbsolute() || !home.isAbsolute()) {
            throw new IllegalArgumentException("not absolute");
        }
    }

    /** This computer, and the person of this process: HOME counts, as for browsers, not the table of users. */
    public static SystemRoot ofThisProcess() {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")))
                .toAbsolutePath();
        return new SystemRoot(
                home.getRoot() == null ? Path.of("/") : home.getRoot(),
                home,
                environment,
                OperatingSystem.named(System.getProperty("os.name", "")));
    }

    /**
     * Whether the administrator works in the home of somebody else, as {@code sudo -E} leaves it: files written there would be the administrator's, and the person could neither change nor remove them.
     */
    public boolean isForeignHome() {
        try {
            return home.getFileSystem().supportedFileAttributeViews().contains("unix")
                    && Files.isDirectory(home)
                    && Files.getAttribute(Path.of("/proc/self"), UID).equals(0)
                    && !Files.getAttribute(home, UID).equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // A system that has no such numbers.
        }
    }

    /** The path of this process for one that the computer names. */
    public Path at(String absolute) {
        return root.resolve(absolute.startsWith("/") ? absolute.substring(1) : absolute);
    }

    /** How the computer names a path of this process. */
    public String shown(Path path) {
        if (root.getNameCount() == 0 || !path.startsWith(root)) {
            return path.toString();
        }
        return "/" + root.relativize(path);
    }

    /** XDG_CONFIG_HOME. */
    public Path config() {
        return xdg("XDG_CONFIG_HOME", ".config");
    }

    /** XDG_DATA_HOME. */
    public Path data() {
        return xdg("XDG_DATA_HOME", ".local/share");
    }

    /** XDG_STATE_HOME. */
    public Path state() {
        return xdg("XDG_STATE_HOME", ".local/state");
    }

    /** A relative path counts as none (XDG Base Directory Specification). */
    private Path xdg(String variable, String otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.startsWith("/") ? at(value) : home.resolve(otherwise);
    }
}
