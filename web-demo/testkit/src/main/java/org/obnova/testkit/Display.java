// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A display of its own: Xvfb on a free number, without a window manager. */
public final class Display implements AutoCloseable {
    private final Process server;
    private final String name;

    private Display(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts Xvfb of 1280 by 900 pixels and waits until it serves. */
    public static Display start() throws IOException {
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = server.inputReader(StandardCharsets.US_ASCII);
        String number = output.readLine();
        if (number == null) {
            server.destroy();
            throw new IOException("Xvfb did not start: is it installed?");
        }
        return new Display(server, ":" + number.strip());
    }

    /** The name for {@code DISPLAY}, e.g. {@code :99}. */
    public String name() {
        return name;
    }

    /** Takes a PNG of the whole screen with ImageMagick. */
    public void capture(Path png) {
        Program.Result result = Program.run(
                Map.of("DISPLAY", name), List.of("import", "-window", "root", "png:" + png.toAbsolutePath()));
        if (result.status() != 0) {
            throw new IllegalStateException("no screenshot of " + name + ": " + result.output());
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
