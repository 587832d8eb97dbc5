// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL is.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}
 * @param password null where the server trusts the user without one
 * @param connections how many this process opens at most
 */
public record PostgresqlSettings(
        String url, String user, @Nullable String password, int connections) {
    private static final String SCHEME = "jdbc:postgresql:";
    private static final String CONNECTIONS = "10";
    private static final int MOST = 200;

    /** @throws IllegalArgumentException when the URL is of another kind, or the number not in 1 to 200 */
    public PostgresqlSettings {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("url must begin with " + SCHEME);
        }
        if (url.contains("password=")) {
            throw new IllegalArgumentException("the password stands in a line of its own, not in the url");
        }
        if (connections < 1 || connections > MOST) {
            throw new IllegalArgumentException("connections must be 1 to " + MOST);
        }
    }

    /**
     * Reads a file with the lines {@code url=}, {@code user=}, and where needed {@code password=} and {@code connections=}.
     *
     * @throws IllegalArgumentException when a line is missing or wrong
     */
    public static PostgresqlSettings read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        for (String name : lines.stringPropertyNames()) {
            if (!Set.of("url", "user", "password", "connections").contains(name)) {
                throw new IllegalArgumentException("unknown line " + name);
            }
        }
        return new PostgresqlSettings(
                required(lines, "url"),
                required(lines, "user"),
                lines.getProperty("password"),
                number(lines.getProperty("connections", CONNECTIONS)));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
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
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("connections must be a number", e);
        }
    }
}
