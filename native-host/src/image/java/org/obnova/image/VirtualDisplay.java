// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A display without a screen, on which the windows are rehearsed. */
final class VirtualDisplay implements AutoCloseable {
    private final Process server;
    private final String name;

    private VirtualDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts one; null where this machine has no Xvfb. */
    static @Nullable VirtualDisplay start(Path log) throws IOException {
        if (!isInstalled()) {
            return null;
        }
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(log.toFile())
                .start();
        @SuppressWarnings("resource") // The server writes one line, and its pipe ends with it.
        BufferedReader output = server.inputReader(StandardCharsets.US_ASCII);
        String number = output.readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start: " + Files.readString(log));
        }
        return new VirtualDisplay(server, ":" + number);
    }

    private static boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, "Xvfb"))) {
                return true;
            }
        }
        return false;
    }

    /** Such as {@code :1}. */
    String name() {
        return name;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
