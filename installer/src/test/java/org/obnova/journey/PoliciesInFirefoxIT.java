// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.Display;
import org.obnova.testkit.ExtensionCopy;
import org.obnova.testkit.Firefox;
import org.obnova.testkit.HostSettings;
import org.obnova.testkit.NativeManifest;
import org.obnova.testkit.ThrowawayHome;
import org.openqa.selenium.By;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * An administrator's Firefox: {@code /etc/firefox/policies/policies.json} and the host's manifest in {@code /usr/lib/mozilla}, as a package puts them there,
 * and nothing in the person's profile. The machine's own {@code /etc} and {@code /usr} stay as they are: Firefox sees others, in a name space of mounts of
 * its own, which takes root.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoliciesInFirefoxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final By OFFER = By.cssSelector(".obnova-offer, obnova-offer");

    /** Arguments: a folder whose {@code etc} and {@code lib} are laid over the machine's; a folder to mount on; then Firefox's own. */
    private static final String OVERLAY = """
            set -e
            layers=$1 over=$2
            shift 2
            mount -t tmpfs none "$over"
            for place in etc usr/lib; do
              mkdir -p "$over/$place/upper" "$over/$place/work"
              cp -r "$layers/$place/." "$over/$place/upper"
              mount -t overlay overlay -o "lowerdir=/$place,upperdir=$over/$place/upper,workdir=$over/$place/work" "/$place"
            done
            exec "$@"
            """;

    private DemoServer server;
    private Display display;
    private Path folder;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        folder = Journeys.folder("policies-in-firefox");
        layers("{\"policies\": {}}");
        assumeTrue(run(overlaid("true")) == 0, "no name space of mounts: not root, or not allowed");
        server = DemoServer.start(folder.resolve("server"), "gost256", 1);
        display = Display.start();
    }

    @AfterAll
    void end() {
        if (server != null) {
            server.close();
            display.close();
        }
    }

    @Test
    void forceInstalledExtension_findsTheHostOfThePackage() throws IOException {
        ExtensionCopy extension = ExtensionCopy.of(Checkout.find().extension(), folder.resolve("extension"));
        Path xpi = extension.pack(folder.resolve("obnova.xpi"));
        layers("""
                {"policies": {"ExtensionSettings": {
                  "*": {"installation_mode": "blocked"},
                  "%s": {"installation_mode": "force_installed", "install_url": "%s"}}}}
                """.formatted(extension.firefoxId(), xpi.toUri()));

        inFirefox("forced", List.of(), browser -> {
            await("the button in the portal").atMost(PATIENCE).until(() -> {
                browser.get(server.extern() + "/");
                return isSoon(browser, OFFER);
            });
        });
    }

    @Test
    void blockedExtension_isAsIfItWereNotThere() throws IOException {
        ExtensionCopy extension = ExtensionCopy.of(Checkout.find().extension(), folder.resolve("blocked"));
        layers("""
                {"policies": {"ExtensionSettings": {"%s": {"installation_mode": "blocked"}}}}
                """.formatted(extension.firefoxId()));

        inFirefox("blocked", List.of(extension), browser -> {
            browser.get(server.cabinet() + "/sign-in");
            browser.findElement(By.cssSelector("[data-testid=choose-certificate]"))
                    .click();
            By notice = By.cssSelector("#notice:not([hidden])");
            await("a notice").atMost(PATIENCE).until(() -> isSoon(browser, notice));
            assertThat(browser.findElement(notice).getDomAttribute("data-problem"))
                    .isEqualTo("extension_missing");
        });
    }

    /** What an administrator and the package have put there. */
    private void layers(String policies) throws IOException {
        Path etc = Files.createDirectories(folder.resolve("layers/etc/firefox/policies"));
        Files.writeString(etc.resolve("policies.json"), policies);
        Path lib = Files.createDirectories(folder.resolve("layers/usr/lib/mozilla/native-messaging-hosts"));
        Files.writeString(lib.resolve(NativeManifest.NAME + ".json"), """
                {"name": "%s", "description": "Obnova", "type": "stdio", "path": "%s", "allowed_extensions": ["extension@obnova.org"]}
                """.formatted(
                        NativeManifest.NAME, Checkout.find().launcher()));
    }

    /** What is done in Firefox. */
    @FunctionalInterface
    private interface Visit {
        void pay(RemoteWebDriver browser);
    }

    private void inFirefox(String name, List<ExtensionCopy> extensions, Visit visit) throws IOException {
        ThrowawayHome home = ThrowawayHome.make(folder.resolve("home-" + name));
        HostSettings.of(server).write(home);
        Path program = Files.writeString(
                folder.resolve("firefox-" + name),
                "#!/bin/sh\nexec "
                        + String.join(
                                " ",
                                overlaid("/usr/bin/firefox-esr").stream()
                                        .map(word -> "'" + word + "'")
                                        .toList())
                        + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        RemoteWebDriver browser =
                Firefox.startedBy(program).start(home, display, extensions, folder.resolve(name + ".log"));
        try {
            visit.pay(browser);
        } finally {
            browser.quit();
        }
    }

    private List<String> overlaid(String program) throws IOException {
        Path script = Files.writeString(folder.resolve("overlay.sh"), OVERLAY);
        Path over = Files.createDirectories(folder.resolve("over"));
        return List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "sh",
                script.toString(),
                folder.resolve("layers").toString(),
                over.toString(),
                program);
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("overlay.log").toFile())
                .start()
                .waitFor();
    }

    private static boolean isSoon(RemoteWebDriver browser, By element) {
        browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(5));
        return !browser.findElements(element).isEmpty();
    }
}
