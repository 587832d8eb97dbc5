// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.obnova.testkit.Browser;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.Chromium;
import org.obnova.testkit.EmptyFolder;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Artefacts;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Renewal;

/** What the journeys have in common: where they leave things, and what holds at the end of each. */
final class Journeys {
    /** A host whose browser is gone has ended after this time: the promise, not a patience. */
    private static final Duration HOST_ENDS_WITHIN = Duration.ofSeconds(1);

    /** More than so many waiting for each processor is a machine on which no promise in seconds can be tested. */
    private static final double BUSY = 2;

    private Journeys() {}

    /** Waits until the host has ended by itself, as it must; on an overloaded machine as much longer as that is overloaded. */
    static void awaitHostEnd(Accountant accountant) {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        double waiting = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
        long millis = Math.round(HOST_ENDS_WITHIN.toMillis() * Math.max(1, waiting / BUSY));
        accountant.workplace().hosts().awaitEnd(Duration.ofMillis(millis));
    }

    /** Algorithms are no matter of the browser's: all are walked in Chromium, and the first in any other. */
    static Stream<String> withOthersInChromium(String first, String... others) {
        Stream<String> more = Browser.chosen() instanceof Chromium ? Stream.of(others) : Stream.of();
        return Stream.concat(Stream.of(first), more);
    }

    /** An empty folder for one journey. */
    static Path folder(String name) throws IOException {
        Browser browser = Browser.chosen();
        String in = browser instanceof Chromium ? "" : "-" + browser.name();
        return EmptyFolder.at(Path.of("target", "journeys" + in, name).toAbsolutePath());
    }

    /** The accountant with everything in that folder. */
    static Accountant accountant(Path folder, String algorithm, int issuingSeconds) throws IOException {
        return Accountant.sitsDown(folder.resolve("work"), folder.resolve("screens"), algorithm, issuingSeconds);
    }

    /** The same; the new key goes to a token beside its reader. */
    static Accountant accountant(Path folder, String algorithm, int issuingSeconds, Medium medium) throws IOException {
        return accountant(folder, algorithm, issuingSeconds, medium, medium);
    }

    /** The same; the token is there for something else than the new key. */
    static Accountant accountant(Path folder, String algorithm, int issuingSeconds, Medium medium, Medium token)
            throws IOException {
        return Accountant.sitsDown(
                Browser.chosen(),
                folder.resolve("work"),
                folder.resolve("screens"),
                algorithm,
                issuingSeconds,
                medium,
                token);
    }

    /** From the portal to the page on which key and request are made. */
    static void walkToRequest(Renewal renewal) {
        renewal.openPortal();
        renewal.pressOffer();
        renewal.logIn();
        renewal.confirmData();
        renewal.signStatement();
    }

    /** The containers of a folder, byte for byte. */
    static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (Path file : Artefacts.containers(folder)) {
            contents.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return contents;
    }

    /** OpenSSL alone, without any code of ours, accepts everything in the folder. */
    static void assertVerifiedByOpenssl(Path folder, String... options) throws IOException, InterruptedException {
        Path script = Checkout.find().root().resolve("installer/verify.sh");
        List<String> command = new ArrayList<>(List.of("bash", script.toString(), folder.toString()));
        command.addAll(List.of(options));
        for (String copy : List.of("container", "backup")) {
            Path password = folder.resolve(copy + "-password.txt");
            if (Files.exists(password)) {
                command.addAll(List.of("--" + copy + "-password-file", password.toString()));
            }
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** What she had before is there, byte for byte, and exactly one container more. */
    static void assertOneNewContainer(Map<String, byte[]> before, Path containers) throws IOException {
        assertNewContainers(before, containers, 1);
    }

    /** What she had before is there, byte for byte, and nothing else. */
    static void assertNothingNew(Map<String, byte[]> before, Path containers) throws IOException {
        assertNewContainers(before, containers, 0);
    }

    private static void assertNewContainers(Map<String, byte[]> before, Path containers, int count) throws IOException {
        Map<String, byte[]> after = contents(containers);
        before.forEach((name, octets) -> assertThat(after.get(name)).as(name).isEqualTo(octets));
        assertThat(after).hasSize(before.size() + count);
    }
}
