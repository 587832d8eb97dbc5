// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A token of the test module {@code src/test/native} in its cabinet: the folder with the module's copy and the files that rule it. Its README has
 * the contract. Every change takes effect at the module's next call, in all processes.
 */
public final class TestToken {
    /** The user's PIN of a new token: not the maker's. */
    public static final String PIN = "20263141";

    /** The administrator's (SO) PIN of a new token. */
    public static final String SO_PIN = "87654321";

    private static final Path BUILT = Path.of("target", "test-token").toAbsolutePath();
    private static final String MODULE = "libobnova-test-token.so";

    private final Path cabinet;
    private final String name;
    private final int slot;
    private int insertions;

    private TestToken(Path cabinet, String name, int slot) {
        this.cabinet = cabinet;
        this.name = name;
        this.slot = slot;
    }

    /**
     * A new cabinet with one slot and an inserted token in it. Writes are not synced: use {@link #rule} with {@code durable} for that.
     *
     * @param product the name of a file of {@code src/test/native/products}
     */
    public static TestToken inserted(Path cabinet, String product) {
        Assumptions.assumeTrue(
                Files.exists(BUILT.resolve(MODULE)),
                "The test token is not built: gcc, libssl-dev, libp11-kit-dev and libengine-gost-openssl are needed");
        try {
            Files.createDirectories(cabinet);
            Files.copy(BUILT.resolve(MODULE), cabinet.resolve(MODULE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestToken token = make(cabinet, "token", 0, product);
        return token.rule("durable", "no").insert();
    }

    /** The token of a cabinet that was copied, file by file. */
    public static TestToken existing(Path cabinet) {
        return new TestToken(cabinet, "token", 0);
    }

    /** Another token in another slot of the same cabinet; it is not inserted yet. */
    public TestToken beside(int otherSlot, String product) {
        return make(cabinet, "token-" + otherSlot, otherSlot, product).rule("slots", Integer.toString(otherSlot + 1));
    }

    private static TestToken make(Path cabinet, String name, int slot, String product) {
        TestToken token = new TestToken(cabinet, name, slot);
        try {
            Files.createDirectories(token.file("objects"));
            Files.copy(BUILT.resolve("products").resolve(product), token.file("config"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return token.pins(PIN, 10, 10);
    }

    /** The module to load. */
    public Path module() {
        return cabinet.resolve(MODULE);
    }

    /** A file that no loader of this machine takes. */
    public static Path wrongArchitecture() {
        return BUILT.resolve("wrong-architecture.so");
    }

    /** Sets a key of the cabinet's {@code config}. */
    public TestToken rule(String key, String value) {
        set(cabinet.resolve("config"), key, value);
        return this;
    }

    /** Sets a key of the token's {@code config}. */
    public TestToken with(String key, String value) {
        set(file("config"), key, value);
        return this;
    }

    /** Sets the user's PIN and its counter. */
    public TestToken pins(String user, int left, int most) {
        write(
                file("pins"),
                List.of(
                        "user-pin=" + user,
                        "so-pin=" + SO_PIN,
                        "user-left=" + left,
                        "user-most=" + most,
                        "so-left=10",
                        "so-most=10"));
        return this;
    }

    /** How many tries of the user's PIN are left. */
    public int triesLeft() {
        return Integer.parseInt(valueOf("user-left"));
    }

    /** The user's PIN as it is now. */
    public String pin() {
        return valueOf("user-pin");
    }

    private String valueOf(String key) {
        return read(file("pins")).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Puts the token into its slot, whatever was there. */
    public TestToken insert() {
        insertions++;
        write(slotFile(), List.of(name + " " + insertions + " " + System.nanoTime()));
        return this;
    }

    /** Pulls the token. */
    public void pull() {
        delete(slotFile());
    }

    /** Whether the token is in its slot. */
    public boolean isInserted() {
        return Files.exists(slotFile());
    }

    /** Orders faults, a line each, such as {@code any 17 crash}; N counts from now. None takes back what was ordered. */
    public void order(String... faults) {
        if (faults.length == 0) {
            delete(cabinet.resolve("faults"));
        } else {
            write(cabinet.resolve("faults"), List.of(faults));
        }
    }

    /** What the person does at the token's own pad, such as {@code pin 12345678} or {@code cancel}. */
    public void atThePad(String answer) {
        write(file("pad"), List.of(answer));
    }

    /** What the pad waits for; empty: for nothing. */
    public String padAsks() {
        return String.join("", read(file("pad-asks")));
    }

    /** The log: {@code NUMBER PROCESS FUNCTION RESULT [fault]}. */
    public List<String> calls() {
        return read(cabinet.resolve("calls"));
    }

    /** How often a function was called. */
    public long calls(String function) {
        return calls().stream()
                .filter(line -> line.contains(" " + function + " "))
                .count();
    }

    /** Empties the log. */
    public void forgetCalls() {
        delete(cabinet.resolve("calls"));
    }

    /** The files of the objects that lie on the token. */
    public List<Path> objects() {
        try (Stream<Path> found = Files.list(file("objects"))) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String of) {
        return cabinet.resolve("tokens").resolve(name).resolve(of);
    }

    private Path slotFile() {
        return cabinet.resolve("slot-" + slot);
    }

    private static void set(Path file, String key, String value) {
        List<String> lines = new ArrayList<>(read(file));
        lines.removeIf(line -> line.startsWith(key + "="));
        lines.add(key + "=" + value);
        write(file, lines);
    }

    private static List<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under another name first: the module never reads half a file. */
    private static void write(Path file, List<String> lines) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".put");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
