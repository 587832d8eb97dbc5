// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person's desktop is dark. Found in the files of GNOME and KDE without starting a program: {@code gsettings} would cost more than the
 * window. Elsewhere, and where nothing is said, light.
 */
final class DesktopTheme {
    private static final int LARGEST = 1 << 20;

    private final Map<String, String> environment;
    private final Path config;

    private DesktopTheme(Map<String, String> environment, Path config) {
        this.environment = environment;
        this.config = config;
    }

    static DesktopTheme ofEnvironment() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    static DesktopTheme of(Map<String, String> environment, Path home) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return new DesktopTheme(environment, config.isEmpty() ? home.resolve(".config") : Path.of(config));
    }

    boolean dark() {
        String forced = environment.getOrDefault("GTK_THEME", "");
        if (!forced.isEmpty()) {
            return isDarkName(forced);
        }
        return gnome() || gtk() || kde();
    }

    /** The database of dconf holds the names and values of what was changed from the default, as plain text among binary. */
    private boolean gnome() {
        String database = read(config.resolve("dconf/user"));
        return database != null && database.contains("color-scheme") && database.contains("prefer-dark");
    }

    private boolean gtk() {
        String settings = read(config.resolve("gtk-3.0/settings.ini"));
        return settings != null
                && settings.lines()
                        .map(line -> line.replace(" ", "").toLowerCase(Locale.ROOT))
                        .anyMatch(line -> line.equals("gtk-application-prefer-dark-theme=1")
                                || line.equals("gtk-application-prefer-dark-theme=true")
                                || (line.startsWith("gtk-theme-name=") && isDarkName(line)));
    }

    private boolean kde() {
        String settings = read(config.resolve("kdeglobals"));
        return settings != null
                && settings.lines().anyMatch(line -> line.startsWith("ColorScheme=") && isDarkName(line));
    }

    private static boolean isDarkName(String name) {
        return name.toLowerCase(Locale.ROOT).contains("dark");
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Files.readString(file, StandardCharsets.ISO_8859_1)
                    : null;
        } catch (IOException e) {
            // A look is not worth an error.
            return null;
        }
    }
}
