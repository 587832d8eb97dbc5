// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.secretservice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A session bus of its own and, on it, GNOME Keyring with a keyring of its own; what a person's desktop has. */
final class Desktop implements AutoCloseable {
    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final String address;

    private Desktop(Path home, String address) {
        this.home = home;
        this.address = address;
    }

    /** With a session bus alone, which starts nothing by itself. */
    static Desktop withoutKeyring(Path home) throws IOException {
        Path config = Files.writeString(home.resolve("bus.conf"), """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>session</type>
                  <listen>unix:path=%s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow user="*"/>
                    <allow eavesdrop="true"/>
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(home.resolve("bus")));
        Process bus = new ProcessBuilder("dbus-daemon", "--config-file=" + config, "--nofork", "--print-address")
                .redirectError(home.resolve("bus.log").toFile())
                .start();
        String address = reader(bus).readLine();
        Desktop desktop = new Desktop(home, address);
        desktop.processes.add(bus);
        return desktop;
    }

    /** With a keyring that is unlocked by this password, as by logging in. */
    Desktop unlock(String password) throws IOException, InterruptedException {
        Process keyring = keyring("--unlock");
        keyring.outputWriter(StandardCharsets.UTF_8).append(password).close();
        return awaitKeyring();
    }

    /** With the keyring locked, as before logging in. */
    Desktop locked() throws IOException, InterruptedException {
        keyring();
        return awaitKeyring();
    }

    /** Ends the keyring as logging out does. */
    void endKeyring() throws InterruptedException {
        Process keyring = processes.removeLast();
        keyring.destroy();
        keyring.waitFor();
    }

    /** Runs a program of this desktop and gives what it prints. */
    String run(String... command) throws IOException, InterruptedException {
        Process process = process(command).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    String address() {
        return address;
    }

    private Process keyring(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "gnome-keyring-daemon",
                "--foreground",
                "--components=secrets",
                "--control-directory=" + home.resolve("control")));
        command.addAll(List.of(more));
        Process keyring = process(command.toArray(String[]::new))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(keyring);
        return keyring;
    }

    private Desktop awaitKeyring() throws IOException, InterruptedException {
        Process waiting = process("gdbus", "wait", "--session", "--timeout", "10", SecretApi.BUS_NAME)
                .start();
        if (!waiting.waitFor(20, TimeUnit.SECONDS) || waiting.exitValue() != 0) {
            throw new IllegalStateException("the keyring does not come up");
        }
        return this;
    }

    private ProcessBuilder process(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(home.resolve("desktop.log").toFile());
        builder.environment().put("DBUS_SESSION_BUS_ADDRESS", address);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        return builder;
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        for (Process process : processes.reversed()) {
            process.destroy();
            process.onExit().join();
        }
    }
}
