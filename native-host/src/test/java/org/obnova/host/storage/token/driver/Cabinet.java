// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The test token's folder, as far as these tests need it (see src/test/native/README.md). */
record Cabinet(Path folder) {
    private static final Path BUILT = Path.of("target/test-token/libobnova-test-token.so");

    /** A cabinet with an empty slot and a token that is not inserted. */
    static Cabinet in(Path folder) throws IOException {
        Files.copy(BUILT, folder.resolve("driver.so"));
        Files.createDirectories(folder.resolve("tokens/one"));
        Files.writeString(folder.resolve("tokens/one/config"), "label=Токен\nserial=0a1b\nmodel=Test\n");
        return new Cabinet(folder);
    }

    Path library() {
        return folder.resolve("driver.so");
    }

    Cabinet insert() throws IOException {
        return write("slot-0", "one " + System.nanoTime());
    }

    Cabinet pull() throws IOException {
        Files.delete(folder.resolve("slot-0"));
        return this;
    }

    Cabinet config(String... lines) throws IOException {
        return write("config", String.join("\n", lines) + "\n");
    }

    Cabinet tokenConfig(String... lines) throws IOException {
        return write("tokens/one/config", String.join("\n", lines) + "\n");
    }

    /** Orders, such as {@code C_Sign 1 crash}. */
    Cabinet faults(String... orders) throws IOException {
        return write("faults", String.join("\n", orders) + "\n");
    }

    /** Waits until the module waits for a person at the pad. */
    void awaitPad() {
        Path asks = folder.resolve("tokens/one/pad-asks");
        while (Files.notExists(asks)) {
            Thread.onSpinWait();
        }
    }

    /** Names of the functions that were called, in their order. */
    List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream()
                .map(line -> line.split(" ", -1)[2])
                .toList();
    }

    private Cabinet write(String name, String content) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), content);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return this;
    }
}
