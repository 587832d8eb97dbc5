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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.Display;
import org.obnova.testkit.Firefox;
import org.obnova.testkit.ThrowawayHome;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * What {@code obnova-host workstation install --system} writes beside an administrator's policies is what real browsers read: their own pages of policies tell. The machine's own files stay as they are: setup and browsers
 * see others, in name spaces of mounts of their own, which takes root.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetupPoliciesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHROMIUM_ID = "amijgcgnkbhnjobgdpnmpjaaooimiani";
    private static final String FIREFOX_ID = "extension@obnova.org";

    /** Arguments: a folder for what is in /etc afterwards; a folder to mount on; the host. */
    private static final String SETUP = """
            set -e
            out=$1 over=$2
            mount -t tmpfs none "$over"
            for place in etc usr/lib var/lib; do
              mkdir -p "$over/$place/upper" "$over/$place/work"
              mount -t overlay overlay -o "lowerdir=/$place,upperdir=$over/$place/upper,workdir=$over/$place/work" "/$place"
            done
            mount -t tmpfs none /run
            mkdir -p /etc/chromium/policies/managed /etc/firefox/policies
            cat >/etc/chromium/policies/managed/corp.json <<'END'
            {"NativeMessagingBlocklist": ["*"], "NativeMessagingAllowlist": ["com.example.other"], "BookmarkBarEnabled": true}
            END
            cat >/etc/firefox/policies/policies.json <<'END'
            {"policies": {"DisableTelemetry": true, "ExtensionSettings": {"*": {"installation_mode": "blocked"}}}}
            END
            "$3" workstation install --system
            cp -r /etc/chromium /etc/firefox "$out"
            """;

    /** Arguments: what shall be in /etc; a folder to mount on; then the browser's own. */
    private static final String BROWSE = """
            set -e
            etc=$1 over=$2
            shift 2
            mount -t tmpfs none "$over"
            mkdir -p "$over/upper" "$over/work"
            cp -r "$etc/." "$over/upper"
            mount -t overlay overlay -o "lowerdir=/etc,upperdir=$over/upper,workdir=$over/work" /etc
            exec "$@"
            """;

    /** All that a page shows, parts of it that lie in shadow trees included. */
    private static final String TEXT = """
            const all = node => [...node.childNodes].map(each => each.nodeType === Node.TEXT_NODE ? each.data
              : (each.shadowRoot ? all(each.shadowRoot) : '') + ' ' + all(each)).join(' ');
            return all(document);
            """;

    private Display display;
    private Path folder;
    private Path etc;

    @BeforeAll
    void setUp() throws IOException, InterruptedException {
        folder = Journeys.folder("setup-policies");
        assumeTrue(
                run(List.of("unshare", "--mount", "true")) == 0, "no name space of mounts: not root, or not allowed");
        etc = Files.createDirectories(folder.resolve("etc"));
        List<String> setup = apart("setup", SETUP, etc);
        setup.add(Checkout.find().launcher().toString());
        assertThat(run(setup)).as(() -> folder.resolve("setup.log").toString()).isZero();
        display = Display.start();
    }

    @AfterAll
    void end() {
        if (display != null) {
            display.close();
        }
    }

    @Test
    void chromium_readsWhatWasAdded_andWhatTheAdministratorHadSet() throws IOException {
        ThrowawayHome home = ThrowawayHome.make(folder.resolve("home-chromium"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser("/usr/bin/chromium").toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--user-data-dir=" + home.folder().resolve("chromium"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new java.io.File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .withEnvironment(home.environment())
                .build();
        ChromeDriver browser = new ChromeDriver(service, options);
        try {
            browser.get("chrome://policy");
            await("policies").atMost(PATIENCE).until(() -> text(browser).contains("NativeMessagingAllowlist"));
            assertThat(text(browser))
                    .contains("org.obnova.host", "com.example.other", "NativeMessagingBlocklist")
                    .contains("ExtensionSettings", CHROMIUM_ID, "BookmarkBarEnabled");
        } finally {
            browser.quit();
        }
    }

    @Test
    void firefox_readsWhatWasAdded_andWhatTheAdministratorHadSet() throws IOException {
        ThrowawayHome home = ThrowawayHome.make(folder.resolve("home-firefox"));
        RemoteWebDriver browser = Firefox.startedBy(browser("/usr/bin/firefox-esr"))
                .start(home, display, List.of(), folder.resolve("firefox.log"));
        try {
            browser.get("about:policies");
            await("policies").atMost(PATIENCE).until(() -> text(browser).contains("ExtensionSettings"));
            assertThat(text(browser)).contains(FIREFOX_ID, "allowed", "blocked", "DisableTelemetry");
            assertThat(browser.findElement(By.id("errorsContent")).findElements(By.cssSelector("tr")))
                    .as("errors that Firefox found in the policies")
                    .isEmpty();
        } finally {
            browser.quit();
        }
    }

    private static String text(RemoteWebDriver browser) {
        return String.valueOf(browser.executeScript(TEXT));
    }

    /** A program that starts the browser apart. */
    private Path browser(String program) throws IOException {
        List<String> command = apart("browse", BROWSE, etc);
        command.add(program);
        String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Path file = Files.writeString(
                folder.resolve(program.substring(program.lastIndexOf('/') + 1)),
                "#!/bin/sh\nexec " + line + " \"$@\"\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** In a name space of mounts of its own. */
    private List<String> apart(String name, String script, Path first) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".sh"), script);
        Path over = Files.createDirectories(folder.resolve("over"));
        return Stream.of(
                        "unshare",
                        "--mount",
                        "--propagation",
                        "private",
                        "sh",
                        file.toString(),
                        first.toString(),
                        over.toString())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("setup.log").toFile())
                .start()
                .waitFor();
    }
}
