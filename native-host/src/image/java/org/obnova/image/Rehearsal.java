// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.IOException;
import java.util.List;

/**
 * One process that does once what the host does for a person, so that the classes which this takes are in the class cache. It
 * is spoken to as by a browser.
 *
 * @param arguments the main class and its arguments
 * @param talk what the browser says to it
 * @param windows whether it needs a display
 */
record Rehearsal(String name, List<String> arguments, Talk talk, boolean windows) {
    private static final String BROWSER = "chrome-extension://amijgcgnkbhnjobgdpnmpjaaooimiani/";

    /** What a browser says to the host, waiting for answers where it needs them. */
    interface Talk {
        void with(Browser browser) throws IOException;
    }

    /** Everything that a person waits for. */
    static List<Rehearsal> all(RehearsalIssuer issuer) {
        return List.of(
                new Rehearsal("start", List.of("org.obnova.host.Main", BROWSER), Rehearsal::start, false),
                new Rehearsal(
                        "renewal",
                        List.of(PressingPerson.class.getName(), BROWSER),
                        new RehearsedRenewal(issuer)::walk,
                        true),
                new Rehearsal(
                        "entropy",
                        List.of(PressingPerson.class.getName(), "entropy", "--record", "samples", "--samples", "200"),
                        browser -> {},
                        true),
                // The parts of the process that a missing module does not reach are named by the rehearsal itself.
                new Rehearsal(
                        "driver-worker",
                        List.of(RehearsedDriver.class.getName(), "driver-worker", "missing.so"),
                        browser -> {},
                        false),
                new Rehearsal("driver", List.of(RehearsedDriver.class.getName()), browser -> {}, false),
                new Rehearsal("command-line", List.of("org.obnova.host.Main", "storages"), browser -> {}, false));
    }

    private static void start(Browser browser) throws IOException {
        browser.ask("hello", "{\"protocol\":1,\"version\":\"0.1.0\",\"language\":\"ru\"}");
        browser.ask("sites.list", "{}");
        browser.ask("consents.list", "{}");
        browser.ask("nothing", "{}");
    }
}
