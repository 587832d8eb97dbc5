// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.obnova.testkit.journey.Artefacts;

/**
 * Opens Chromium at the portal for a person to try: the demo's CA, a throwaway profile with the extension, the packaged host. Usage: {@code
 * DemoDesk FOLDER gost256|gost512|ec|rsa}. Ends when the browser is closed.
 */
public final class DemoDesk {
    private DemoDesk() {}

    /** Needs the display of the person. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: DemoDesk FOLDER gost256|gost512|ec|rsa");
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Path work = Files.createTempDirectory(folder, "run-");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Checkout checkout = Checkout.find();
        try (DemoServer server = DemoServer.start(work.resolve("server"), arguments[1], 1)) {
            ThrowawayHome home = ThrowawayHome.make(work.resolve("home"));
            ExtensionCopy extension = ExtensionCopy.of(checkout.extension(), work.resolve("extension"));
            NativeManifest.write(home.profile(), checkout.launcher(), extension.id());
            Files.copy(server.handout().resolve("host.json"), home.settings(), StandardCopyOption.REPLACE_EXISTING);
            for (Path container : Artefacts.containers(server.handout())) {
                Files.copy(container, home.containers().resolve(container.getFileName()));
            }
            out.println("Portal: " + server.extern());
            out.println("Calls, messages and letters of the demo: " + server.cabinet() + "/inbox");
            out.println("The holder's phone: " + DemoWalk.PHONE);
            out.println("The password of the present keys: " + server.handoutPassword());
            out.println("Close the browser to end.");
            browser(home, extension, server.extern(), work).waitFor();
        }
    }

    private static Process browser(ThrowawayHome home, ExtensionCopy extension, String address, Path work)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("chromium"));
        command.addAll(Chromium.arguments(home, extension));
        command.add(address);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("chromium.log").toFile());
        builder.environment().putAll(home.environment());
        return builder.start();
    }
}
