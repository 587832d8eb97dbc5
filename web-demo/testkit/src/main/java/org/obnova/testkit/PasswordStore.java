// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The system's store of passwords in a throwaway home: gnome-keyring on a session bus of its own, unlocked. Ends with the bus. */
public final class PasswordStore implements AutoCloseable {
    private static final String PASSWORD = "of a throwaway home";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process bus;
    private final Process keyring;
    private final ThrowawayHome home;

    private PasswordStore(ThrowawayHome home, Process bus, Process keyring) {
        this.home = home;
        this.bus = bus;
        this.keyring = keyring;
    }

    /** Starts both; whatever is started in that home afterwards finds them. */
    public static PasswordStore start(ThrowawayHome home) throws IOException {
        Process bus = started(
                home,
                List.of(
                        "dbus-daemon",
                        "--session",
                        "--nofork",
                        "--nopidfile",
                        "--print-address",
                        "--address=unix:path=" + home.bus()));
        awaitLine(bus, "dbus-daemon");
        Process keyring =
                started(home, List.of("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"));
        keyring.getOutputStream().write(PASSWORD.getBytes(StandardCharsets.UTF_8));
        keyring.getOutputStream().close();
        PasswordStore store = new PasswordStore(home, bus, keyring);
        Awaitility.await("gnome-keyring").atMost(PATIENCE).until(store::isThere);
        return store;
    }

    private static Process started(ThrowawayHome home, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(home.environment());
        return builder.start();
    }

    private static void awaitLine(Process process, String name) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        if (output.readLine() == null) {
            process.destroy();
            throw new IOException(name + " did not start: is it installed?");
        }
    }

    private boolean isThere() {
        return Program.run(
                        home.environment(),
                        List.of(
                                "dbus-send",
                                "--session",
                                "--print-reply",
                                "--dest=org.freedesktop.DBus",
                                "/org/freedesktop/DBus",
                                "org.freedesktop.DBus.NameHasOwner",
                                "string:org.freedesktop.secrets"))
                .output()
                .contains("boolean true");
    }

    /** What a stranger, secret-tool, finds under an attribute: what the store says of each entry, secrets included. */
    public String search(String attribute, String value) {
        return Program.run(home.environment(), List.of("secret-tool", "search", "--all", "--unlock", attribute, value))
                .output();
    }

    @Override
    public void close() {
        keyring.destroy();
        bus.destroy();
    }
}
