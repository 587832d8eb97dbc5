// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A profile that Firefox is started with.
 *
 * @param folder of its files
 * @param temporary whether it is removed afterwards
 */
record Profile(Path folder, boolean temporary) {
    private static final String PORT_FILE = "MarionetteActivePort";

    /** One of its own, to be removed. */
    static Profile make() throws IOException {
        return new Profile(Files.createTempDirectory("firefox-profile-"), true);
    }

    /** One that the client named, which stays. */
    static Profile at(Path folder) throws IOException {
        return new Profile(Files.createDirectories(folder), false);
    }

    /** Readies it for a start: preferences are written, the port of an earlier run is forgotten. */
    void prepare(Map<String, JsonNode> preferences) throws IOException {
        Files.deleteIfExists(portFile());
        Map<String, Object> all = new HashMap<>(preferences);
        all.put("marionette.port", 0); // Any that is free.
        Preferences.write(folder, all);
    }

    /** The port at which Marionette listens, once it does. */
    OptionalInt port() throws IOException {
        if (!Files.exists(portFile())) {
            return OptionalInt.empty();
        }
        String text = Files.readString(portFile()).strip();
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private Path portFile() {
        return folder.resolve(PORT_FILE);
    }

    /** Removes it where it is temporary. */
    void forget() throws IOException {
        if (!temporary || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
