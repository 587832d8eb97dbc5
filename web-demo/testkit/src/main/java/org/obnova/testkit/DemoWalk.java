// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.FirstWalk;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Newcomer;
import org.obnova.testkit.journey.OldKeys;
import org.obnova.testkit.journey.Steps;
import org.obnova.testkit.journey.Walk;
import org.obnova.testkit.journey.Walk2017;

/**
 * Walks a whole journey by itself and leaves what came of it in a folder. Usage: {@code DemoWalk FOLDER gost256|gost512|ec|rsa
 * computer|removable|token|passive-token chromium|firefox [renewal|renewal-2017|first-issue]}.
 * What it leaves is checked by {@code installer/verify.sh}, not here.
 */
public final class DemoWalk {
    private static final String USAGE =
            "usage: DemoWalk FOLDER gost256|gost512|ec|rsa computer|removable|token|passive-token chromium|firefox [renewal|renewal-2017|first-issue]";

    private final PrintStream out;
    private final long start = System.nanoTime();
    private final Path folder;
    private final String algorithm;
    private final Medium medium;
    private final Browser browser;

    private DemoWalk(PrintStream out, String[] arguments) throws IOException {
        this.out = out;
        this.folder = EmptyFolder.at(Path.of(arguments[0]).toAbsolutePath());
        this.algorithm = arguments[1];
        this.medium = Medium.of(arguments[2]);
        this.browser = Browser.named(arguments[3]);
    }

    /** Ends with status 0 when every step was walked. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4 && arguments.length != 5) {
            throw new IllegalArgumentException(USAGE);
        }
        DemoWalk demo = new DemoWalk(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments);
        switch (arguments.length == 4 ? "renewal" : arguments[4]) {
            case "renewal" -> demo.renew(false);
            case "renewal-2017" -> demo.renew(true);
            case "first-issue" -> demo.issueFirst();
            default -> throw new IllegalArgumentException(USAGE);
        }
    }

    private void renew(boolean in2017) throws IOException {
        try (Accountant accountant =
                Accountant.sitsDown(browser, folder.resolve("work"), folder, algorithm, 1, medium, medium)) {
            Steps steps = begun(accountant.person());
            if (in2017) {
                new Walk2017(accountant, steps).into(folder);
            } else {
                new Walk(accountant, steps).into(folder);
            }
            new OldKeys(accountant, steps, algorithm).into(folder);
        }
        out.println(
                switch (medium) {
                    case COMPUTER, REMOVABLE -> passwords();
                    case TOKEN -> "PIN of the test token: «" + TokenReader.PIN + "».";
                    case PASSIVE_TOKEN ->
                        "PIN of the test token: «" + TokenReader.PIN + "», password of the backup: «"
                                + Accountant.BACKUP_PASSWORD + "».";
                });
    }

    private void issueFirst() throws IOException {
        if (medium != Medium.COMPUTER) {
            throw new IllegalArgumentException("a first certificate is shown on the computer alone");
        }
        try (Newcomer newcomer = Newcomer.sitsDown(browser, folder.resolve("work"), folder, algorithm, 1)) {
            new FirstWalk(newcomer, begun(newcomer.person())).into(folder);
        }
        out.println(passwords());
    }

    private Steps begun(Person person) {
        out.printf("%6.2f s  started: CA, portals, display, browser%n", (System.nanoTime() - start) / 1e9);
        return new Steps(out, person);
    }

    private static String passwords() {
        return "Passwords: container «" + Accountant.CONTAINER_PASSWORD + "», backup «" + Accountant.BACKUP_PASSWORD
                + "».";
    }
}
