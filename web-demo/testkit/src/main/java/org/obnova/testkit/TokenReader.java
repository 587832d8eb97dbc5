// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader with one test token, in a folder: the test token's PKCS#11 module with the files that control it
 * ({@code native-host/src/test/native/README.md}).
 */
public final class TokenReader {
    /** The user's PIN, at first: not the maker's default. */
    public static final String PIN = "20263141";

    /** The administrator's PIN (SO). */
    public static final String ADMINISTRATOR_PIN = "87654321";

    /** How many tries there are for a PIN, at first. */
    public static final int MOST_TRIES = 10;

    private static final String MODULE = "libobnova-test-token.so";
    private static final String TOKEN = "token";

    private final Path cabinet;
    private final List<String> config;
    private int inserted;

    private TokenReader(Path cabinet, List<String> config) {
        this.cabinet = cabinet;
        this.config = new ArrayList<>(config);
    }

    /**
     * Sets up an empty reader, with the token beside it.
     *
     * @param product what the token passes for: {@code rutoken-ecp}, {@code rutoken-lite} or another one that the test token knows
     */
    public static TokenReader setUp(Path cabinet, Checkout checkout, String product) throws IOException {
        Files.createDirectories(cabinet.resolve("tokens").resolve(TOKEN));
        // A copy, not a link: the module finds its files by its own path.
        Files.copy(checkout.testToken(), cabinet.resolve(MODULE), StandardCopyOption.REPLACE_EXISTING);
        Path products = checkout.testToken().resolveSibling("products");
        TokenReader reader = new TokenReader(cabinet, Files.readAllLines(products.resolve(product)));
        put(reader.token("config"), reader.config);
        return reader.withPin(PIN, MOST_TRIES);
    }

    /** The module for the host's settings. */
    public Path module() {
        return cabinet.resolve(MODULE);
    }

    /** Changes what the token is, e.g. {@code pad} to {@code yes}: best before it is inserted for the first time. */
    public TokenReader with(String key, String value) {
        config.removeIf(line -> line.startsWith(key + "="));
        config.add(key + "=" + value);
        put(token("config"), config);
        return this;
    }

    /** Sets the user's PIN, and how many tries there are for it, all left. */
    public TokenReader withPin(String pin, int tries) {
        put(
                token("pins"),
                List.of(
                        "user-pin=" + pin,
                        "so-pin=" + ADMINISTRATOR_PIN,
                        "user-left=" + tries,
                        "user-most=" + tries,
                        "so-left=" + MOST_TRIES,
                        "so-most=" + MOST_TRIES));
        return this;
    }

    /** Puts the token into the slot. */
    public TokenReader insert() {
        inserted++;
        put(slot(), List.of(TOKEN + " " + inserted));
        return this;
    }

    /** Pulls the token. */
    public void pull() {
        try {
            Files.deleteIfExists(slot());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the token is in the slot: a fault on command may have pulled it. */
    public boolean holdsToken() {
        return Files.exists(slot());
    }

    /** Orders a fault, e.g. {@code C_GenerateKeyPair 1 pull}. */
    public void order(String fault) {
        put(cabinet.resolve("faults"), List.of(fault));
    }

    /** How many tries of the user's PIN are left. */
    public int triesLeft() {
        return lines(token("pins")).stream()
                .filter(line -> line.startsWith("user-left="))
                .mapToInt(line -> Integer.parseInt(line.substring("user-left=".length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no PINs in " + cabinet));
    }

    /** The person at the token's own keypad, e.g. {@code pin 12345678}. */
    public void atThePad(String answer) {
        put(token("pad"), List.of(answer));
    }

    /** How often a function of PKCS#11 was called. */
    public long calls(String function) {
        return lines(cabinet.resolve("calls")).stream()
                .filter(line -> line.contains(" " + function + " "))
                .count();
    }

    /** The slot: a file that names the token in it. */
    public Path slot() {
        return cabinet.resolve("slot-0");
    }

    private Path token(String file) {
        return cabinet.resolve("tokens").resolve(TOKEN).resolve(file);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under another name first: the module never sees half a file. */
    private static void put(Path file, List<String> lines) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
