// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.OldKeys;
import org.obnova.testkit.journey.Steps;
import org.obnova.testkit.journey.Walk;

/**
 * Walks the whole renewal by itself and leaves what came of it in a folder. Usage: {@code DemoWalk FOLDER gost256|gost512|ec|rsa
 * computer|removable|token|passive-token chromium|firefox}.
 * What it leaves is checked by {@code installer/verify.sh}, not here.
 */
public final class DemoWalk {
    private DemoWalk() {}

    /** Ends with status 0 when every step was walked. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "usage: DemoWalk FOLDER gost256|gost512|ec|rsa computer|removable|token|passive-token chromium|firefox");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = EmptyFolder.at(Path.of(arguments[0]).toAbsolutePath());
        Medium medium = Medium.of(arguments[2]);
        long start = System.nanoTime();
        try (Accountant accountant = Accountant.sitsDown(
                Browser.named(arguments[3]), folder.resolve("work"), folder, arguments[1], 1, medium, medium)) {
            out.printf("%6.2f s  started: CA, portals, display, browser%n", (System.nanoTime() - start) / 1e9);
            Steps steps = new Steps(out, accountant.person());
            new Walk(accountant, steps).into(folder);
            new OldKeys(accountant, steps, arguments[1]).into(folder);
        }
        out.println(
                switch (medium) {
                    case COMPUTER, REMOVABLE ->
                        "Passwords: container «" + Accountant.CONTAINER_PASSWORD + "», backup «"
                                + Accountant.BACKUP_PASSWORD + "».";
                    case TOKEN -> "PIN of the test token: «" + TokenReader.PIN + "».";
                    case PASSIVE_TOKEN ->
                        "PIN of the test token: «" + TokenReader.PIN + "», password of the backup: «"
                                + Accountant.BACKUP_PASSWORD + "».";
                });
    }
}
