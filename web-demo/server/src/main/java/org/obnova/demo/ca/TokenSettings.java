// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/**
 * Which token keeps the authority's keys.
 *
 * @param module the PKCS#11 module, absolute
 * @param slot its number, as CK_SLOT_ID
 * @param pin of the token's user
 */
public record TokenSettings(Path module, int slot, String pin) {
    /** Refuses what is no place and no PIN. */
    public TokenSettings {
        if (!module.isAbsolute()) {
            throw new IllegalArgumentException("module must be an absolute path");
        }
        if (module.toString().matches("(?s).*[\\s\"].*")) {
            throw new IllegalArgumentException("module must be a path without spaces and quotes");
        }
        if (slot < 0) {
            throw new IllegalArgumentException("slot must not be negative");
        }
        if (pin.isEmpty()) {
            throw new IllegalArgumentException("pin= is missing");
        }
    }

    /**
     * Reads a file with the lines {@code module=}, {@code slot=}, {@code pin=}.
     *
     * @throws IllegalArgumentException when a line is missing or wrong
     */
    public static TokenSettings read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        for (String name : lines.stringPropertyNames()) {
            if (!Set.of("module", "slot", "pin").contains(name)) {
                throw new IllegalArgumentException("unknown line " + name);
            }
        }
        return new TokenSettings(
                Path.of(required(lines, "module")), number(required(lines, "slot")), required(lines, "pin"));
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "slot " + slot + " of " + module;
    }

    private static String required(Properties lines, String name) {
        String value = lines.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + "= is missing");
        }
        return value;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("slot must be a number", e);
        }
    }
}
