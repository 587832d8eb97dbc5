// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/**
 * Our extension in one profile. Chromium keeps it in {@code Secure Preferences} or {@code Preferences} under {@code extensions.settings}, Firefox in {@code extensions.json}; both
 * are their own affair, so that what is not understood is unknown.
 *
 * @param browser the browser's name
 * @param version empty where it is not known
 */
record InstalledExtension(String browser, State state, String version) {
    private static final long MAX_BYTES = 32L * 1024 * 1024;
    private static final int MOST_PROFILES = 50;

    enum State {
        ENABLED,
        DISABLED,
        MISSING,
        UNKNOWN
    }

    /** One for each profile. */
    static List<InstalledExtension> in(BrowserPlaces browser) {
        List<InstalledExtension> found = new ArrayList<>();
        for (Path profiles : browser.profiles()) {
            for (Path folder : folders(profiles)) {
                Optional<InstalledExtension> each =
                        browser.firefox() ? inFirefox(browser, folder) : inChromium(browser, folder);
                each.ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<Path> folders(Path profiles) {
        List<Path> folders = new ArrayList<>();
        folders.add(profiles);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(profiles, Files::isDirectory)) {
            for (Path each : entries) {
                if (folders.size() < MOST_PROFILES) {
                    folders.add(each);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return folders;
    }

    private static Optional<InstalledExtension> inFirefox(BrowserPlaces browser, Path folder) {
        Path file = folder.resolve("extensions.json");
        if (!Files.isRegularFile(file)) {
            return Files.isRegularFile(folder.resolve("prefs.js"))
                    ? Optional.of(new InstalledExtension(browser.name(), State.MISSING, ""))
                    : Optional.empty();
        }
        try {
            for (Json addon : items(read(file), "addons")) {
                if (browser.extensions().contains(text(addon, "id"))) {
                    State state = new Json.Truth(true).equals(field(addon, "active")) ? State.ENABLED : State.DISABLED;
                    return Optional.of(new InstalledExtension(browser.name(), state, text(addon, "version")));
                }
            }
            return Optional.of(new InstalledExtension(browser.name(), State.MISSING, ""));
        } catch (IOException | JsonException e) {
            return Optional.of(new InstalledExtension(browser.name(), State.UNKNOWN, ""));
        }
    }

    private static Optional<InstalledExtension> inChromium(BrowserPlaces browser, Path folder) {
        if (!Files.isRegularFile(folder.resolve("Preferences"))) {
            return Optional.empty();
        }
        boolean unread = false;
        for (String name : List.of("Secure Preferences", "Preferences")) {
            Path file = folder.resolve(name);
            try {
                if (Files.isRegularFile(file)) {
                    Json settings = field(field(read(file), "extensions"), "settings");
                    for (String id : browser.extensions()) {
                        if (field(settings, id) instanceof Json.Members(var fields)) {
                            return Optional.of(ofChromium(browser, folder, fields));
                        }
                    }
                }
            } catch (IOException | JsonException e) {
                unread = true;
            }
        }
        return Optional.of(new InstalledExtension(browser.name(), unread ? State.UNKNOWN : State.MISSING, ""));
    }

    private static InstalledExtension ofChromium(BrowserPlaces browser, Path folder, Map<String, Json> fields) {
        // Up to 2024 state 0 meant switched off, then any reason does.
        boolean off = new Json.Whole(0).equals(fields.get("state"))
                || switch (fields.getOrDefault("disable_reasons", new Json.Null())) {
                    case Json.Whole(var bits) -> bits != 0;
                    case Json.Items(var reasons) -> !reasons.isEmpty();
                    default -> false;
                };
        String version = text(fields.getOrDefault("manifest", new Json.Null()), "version");
        String path = fields.get("path") instanceof Json.Text(var text) ? text : "";
        if (version.isEmpty() && !path.isEmpty()) {
            version = versionOf(folder.resolve("Extensions").resolve(path).resolve("manifest.json"));
        }
        return new InstalledExtension(browser.name(), off ? State.DISABLED : State.ENABLED, version);
    }

    private static String versionOf(Path manifest) {
        try {
            return text(read(manifest), "version");
        } catch (IOException | JsonException e) {
            return "";
        }
    }

    private static Json read(Path file) throws IOException, JsonException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("too large");
        }
        return JsonText.read(Files.readAllBytes(file));
    }

    private static Json field(Json from, String key) {
        return from instanceof Json.Members(var byName) ? byName.getOrDefault(key, new Json.Null()) : new Json.Null();
    }

    private static List<Json> items(Json from, String key) {
        return field(from, key) instanceof Json.Items(var list) ? list : List.of();
    }

    private static String text(Json from, String key) {
        return field(from, key) instanceof Json.Text(var value) ? value : "";
    }
}
