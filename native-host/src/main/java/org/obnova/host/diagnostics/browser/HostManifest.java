// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/**
 * The manifest of a native host that a browser finds first, with what is wrong with it. Chromium: «Native messaging», developer.chrome.com; Firefox: «Native manifests», MDN.
 *
 * @param flaw null where nothing is wrong that can be read from the file
 * @param program what the browser would start; null where the file does not tell
 */
record HostManifest(
        Path file, @Nullable Flaw flaw, @Nullable Path program) {
    static final String NAME = "org.obnova.host";
    private static final long MAX_BYTES = 64 * 1024;

    enum Flaw {
        UNREADABLE,
        BYTE_ORDER_MARK,
        INVALID_JSON,
        WRONG_CONTENT,
        EXTENSION_FORBIDDEN,
        WRONG_PATH,
        NOT_EXECUTABLE;

        /** As a finding's reason. */
        String reason() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The one that counts.
     *
     * @param personalCounts whether the administrator lets the person's own count
     */
    static Optional<HostManifest> of(BrowserPlaces browser, boolean personalCounts) {
        if (personalCounts) {
            for (Path file : browser.personalManifests()) {
                if (Files.exists(file)) {
                    return Optional.of(read(file, browser));
                }
            }
        }
        return browser.systemManifests().stream()
                .filter(Files::exists)
                .findFirst()
                .map(file -> read(file, browser));
    }

    private static HostManifest read(Path file, BrowserPlaces browser) {
        byte[] octets;
        try {
            if (Files.size(file) > MAX_BYTES) {
                return new HostManifest(file, Flaw.INVALID_JSON, null);
            }
            octets = Files.readAllBytes(file);
        } catch (IOException e) {
            return new HostManifest(file, Flaw.UNREADABLE, null);
        }
        if (beginsWithMark(octets)) {
            return new HostManifest(file, Flaw.BYTE_ORDER_MARK, null);
        }
        try {
            return JsonText.read(octets) instanceof Json.Members(var fields)
                    ? judged(file, fields, browser)
                    : new HostManifest(file, Flaw.INVALID_JSON, null);
        } catch (JsonException e) {
            return new HostManifest(file, Flaw.INVALID_JSON, null);
        }
    }

    /** Of UTF-8, or of UTF-16 in either order. */
    static boolean beginsWithMark(byte[] octets) {
        int first = octets.length > 1 ? ((octets[0] & 0xFF) << 8) | (octets[1] & 0xFF) : 0;
        return first == 0xFEFF || first == 0xFFFE || first == 0xEFBB;
    }

    private static HostManifest judged(Path file, Map<String, Json> fields, BrowserPlaces browser) {
        if (!text(fields, "name").equals(NAME) || !text(fields, "type").equals("stdio")) {
            return new HostManifest(file, Flaw.WRONG_CONTENT, null);
        }
        Path program = program(text(fields, "path"), browser);
        if (program == null || !Files.isRegularFile(program)) {
            return new HostManifest(file, Flaw.WRONG_PATH, program);
        }
        if (!allows(fields, browser)) {
            return new HostManifest(file, Flaw.EXTENSION_FORBIDDEN, program);
        }
        return new HostManifest(file, Files.isExecutable(program) ? null : Flaw.NOT_EXECUTABLE, program);
    }

    private static boolean allows(Map<String, Json> fields, BrowserPlaces browser) {
        String key = browser.firefox() ? "allowed_extensions" : "allowed_origins";
        List<Json> allowed = fields.get(key) instanceof Json.Items(var list) ? list : List.of();
        return browser.extensions().stream()
                .map(id -> new Json.Text(browser.firefox() ? id : "chrome-extension://" + id + "/"))
                .anyMatch(allowed::contains);
    }

    private static @Nullable Path program(String text, BrowserPlaces browser) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? browser.root().at(text) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String text(Map<String, Json> fields, String key) {
        return fields.get(key) instanceof Json.Text(var value) ? value : "";
    }
}
