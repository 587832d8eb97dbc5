// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bridge as a program, for clients in other processes and languages. Usage: {@code BridgeProgram [--port NUMBER] [--log FILE]}; it ends, and every
 * Firefox with it, when its standard input does or when it is told to.
 */
public final class BridgeProgram {
    /** Where clients look for geckodriver. */
    private static final int USUAL_PORT = 4444;

    private BridgeProgram() {}

    /** Prints the address, then serves. */
    public static void main(String[] arguments) throws IOException {
        int port = USUAL_PORT;
        Path log = Path.of("/dev/null");
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw usage();
            }
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(arguments[i + 1]);
                case "--log" -> log = Path.of(arguments[i + 1]);
                default -> throw usage();
            }
        }
        try (WebDriverBridge bridge = WebDriverBridge.start(port, log)) {
            // A signal ends the program without the end of this block.
            Runtime.getRuntime().addShutdownHook(new Thread(bridge::close));
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println("listening at " + bridge.address());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static IllegalArgumentException usage() {
        return new IllegalArgumentException("usage: BridgeProgram [--port NUMBER] [--log FILE]");
    }
}
