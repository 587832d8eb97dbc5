// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A desk for all tests of a class; each test finds it empty. */
class OnADesk {
    static final Path PICTURES = Path.of("target", "screens").toAbsolutePath();

    /** Long enough for what would happen at once. */
    static final Duration MOMENT = Duration.ofMillis(400);

    @SuppressWarnings("NullAway.Init")
    static Desk desk;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Desk.has("Xvfb", "xdotool"), "Xvfb or xdotool is not installed");
        desk = new Desk(Files.createTempDirectory("obnova-windows"), List.of(), List.of(), "");
    }

    @AfterAll
    static void close() throws IOException {
        if (desk != null) {
            desk.close();
        }
    }

    @AfterEach
    void shut() throws IOException, InterruptedException {
        desk.shut();
    }
}
