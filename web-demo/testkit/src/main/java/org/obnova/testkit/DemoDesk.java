// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Artefacts;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Newcomer;

/**
 * Lets a person try the demo on the display at hand: a browser in a throwaway profile, at the portal, until the browser is closed. Usage:
 * {@code DemoDesk FOLDER gost256|gost512|ec|rsa computer|removable|token|passive-token chromium|firefox [renewal|first-issue]}.
 */
public final class DemoDesk {
    private static final int ISSUING_SECONDS = 5;

    private DemoDesk() {}

    /** Ends when the browser was closed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4 && arguments.length != 5) {
            throw new IllegalArgumentException("usage: DemoDesk FOLDER gost256|gost512|ec|rsa"
                    + " computer|removable|token|passive-token chromium|firefox [renewal|first-issue]");
        }
        boolean first = arguments.length == 5 && arguments[4].equals("first-issue");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Each time a desk of its own: a person may come back to an earlier one.
        Path parent = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Path folder = Files.createTempDirectory(parent, "desk-");
        Checkout checkout = Checkout.find();
        try (DemoServer server = DemoServer.start(folder.resolve("server"), arguments[1], ISSUING_SECONDS)) {
            Browser browser = Browser.named(arguments[3]);
            ThrowawayHome home = ThrowawayHome.make(folder.resolve("home"));
            ExtensionCopy extension = ExtensionCopy.of(checkout.extension(), folder.resolve("extension"));
            NativeManifest.write(browser, home, checkout.launcher(), browser.caller(extension));
            HostSettings settings = HostSettings.of(server);
            Medium medium = Medium.of(arguments[2]);
            if (medium.isToken()) {
                TokenReader reader = medium.reader(folder.resolve("reader")).insert();
                settings.modules(List.of(reader.module()));
                out.println("A test token is inserted. Its PIN: " + TokenReader.PIN);
                out.println("Pull it: rm " + reader.slot() + "; insert it: echo token > " + reader.slot());
            }
            Optional<FlashDrive> drive = Optional.empty();
            if (medium == Medium.REMOVABLE) {
                drive = Optional.of(FlashDrive.setUp(folder.resolve("drive")).plug());
                settings.drives(List.of(drive.get().point()));
                out.println("A flash drive made of software is plugged in: "
                        + drive.get().point());
                out.println("Pull it: nsenter --mount --target "
                        + ProcessHandle.current().pid() + " umount --lazy '"
                        + drive.get().point() + "'");
            }
            settings.write(home);
            if (!first) {
                for (Path container : Artefacts.containers(server.handout())) {
                    Files.copy(
                            container,
                            home.containers().resolve(container.getFileName().toString()));
                }
            }
            out.println("Portal:   " + server.extern());
            out.println("Cabinet:  " + server.cabinet() + "  (calls, SMS and e-mail: " + server.cabinet() + "/inbox)");
            out.println("Setup:    " + server.setup());
            out.println("Phone:    " + (first ? Newcomer.PHONE : Accountant.PHONE));
            if (first) {
                out.println("Operator: " + server.operator() + "  (name and password: "
                        + server.handout().resolve("operator-password.txt") + ")");
                out.println("Papers:   " + Newcomer.papers());
            } else {
                out.println("Password of the present keys: " + server.handoutPassword());
            }
            out.println("Everything made here lies in " + folder + ". Close the browser to end.");
            browse(
                    browser,
                    home,
                    extension,
                    first ? server.cabinet() : server.extern(),
                    folder.resolve(browser.name() + ".log"));
            drive.ifPresent(FlashDrive::close);
        }
    }

    private static void browse(Browser browser, ThrowawayHome home, ExtensionCopy extension, String address, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(browser.command(home, List.of(extension), address + "/"))
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()));
        // With another HOME the display's cookie would not be found.
        builder.environment()
                .putIfAbsent("XAUTHORITY", System.getProperty("user.home") + File.separator + ".Xauthority");
        builder.environment().putAll(home.environment());
        builder.start().waitFor();
    }
}
