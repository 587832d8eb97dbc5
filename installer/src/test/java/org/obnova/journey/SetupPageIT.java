// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.obnova.testkit.Browser;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.HostSettings;
import org.obnova.testkit.NativeManifest;
import org.obnova.testkit.Workplace;
import org.obnova.testkit.journey.Pages;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The setup page with the real extension and the real host: from a browser that has neither to «Компьютер настроен», then something is broken, named and mended, and at last everything
 * is undone. Each test goes on where the one before it ended, as one visit does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupPageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Browser browser = Browser.chosen();
    private Path folder = Path.of("");
    private DemoServer server;
    private Workplace workplace;
    private Pages pages;

    @BeforeAll
    void sitDown() throws IOException {
        folder = Journeys.folder("setup-page");
        server = DemoServer.start(folder.resolve("server"), "gost256", 1);
        workplace = Workplace.open(
                browser,
                folder.resolve("work"),
                folder.resolve("screens"),
                Checkout.find(),
                HostSettings.of(server).roots(throwawayRoot()));
        pages = new Pages(workplace);
        if (browser.name().equals("chromium")) {
            // Where Chromium's profile lies when nobody says otherwise: there the host registers itself.
            Path ordinary = workplace.home().folder().resolve(".config/chromium");
            workplace.quitBrowser();
            try (Stream<Path> begun = Files.walk(ordinary)) {
                for (Path each : begun.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
            Files.createSymbolicLink(ordinary, browser.profile(workplace.home()));
        }
        Files.delete(browser.nativeManifest(workplace.home()));
    }

    @AfterAll
    void leave() {
        workplace.close();
        server.close();
    }

    @Test
    @Order(1)
    void withoutExtension_thePromptLeadsHere_andThisPageOffersIt() {
        workplace.startBrowserWithoutExtension();
        pages.open(server.cabinet() + "/sign-in");
        pages.press("choose-certificate");
        assertThat(pages.awaitNotice().code()).isEqualTo("extension_missing");
        pages.press("setup");
        awaitText("setup-extension", "не найдено");
        assertThat(pages.element("get-extension").isDisplayed()).isTrue();
        assertThat(pages.element("setup-back").getDomAttribute("href")).isEqualTo(server.cabinet() + "/sign-in");
        pages.picture("setup-nothing");
    }

    @Test
    @Order(2)
    void host_isNoticedAsSoonAsItIsRegistered_withoutAPress() throws IOException {
        workplace.startBrowser();
        openSetup();
        awaitText("setup-host", "не найдено");
        assertThat(pages.element("setup-extension").getText()).isEqualTo("установлено");
        assertThat(pages.element("get-application").isDisplayed()).isTrue();
        pages.picture("setup-host-missing");
        register();
        awaitText("setup-host", "готово");
        assertThat(pages.element("checking").isDisplayed()).isTrue();
    }

    @Test
    @Order(3)
    void check_asksThePerson_andNamesEveryPart() {
        pages.press("check");
        workplace.person().attendUntil("what was found", () -> isShown("components"));
        pages.picture("setup-checked");
        assertThat(texts(".component-name")).isNotEmpty().doesNotContain("");
        assertThat(new AxeBuilder().withTags(TAGS).analyze(workplace.browser()).getViolations())
                .extracting(Rule::getId, Rule::getNodes)
                .isEmpty();
    }

    @Test
    @Order(4)
    void configure_leadsToTheEnd_overARestartOfTheBrowserWhereOneIsNeeded() {
        if (isShown("setting-up")) {
            pages.press("configure");
            workplace.person().attendUntil("the setup", () -> isShown("finished") || isShown("restart"));
            pages.picture("setup-configured");
            if (isShown("restart")) {
                workplace.startBrowser();
                openSetup();
            }
        }
        workplace.person().attendUntil("the end", () -> isShown("finished"));
        pages.picture("setup-finished");
        assertThat(pages.element("continue").getDomAttribute("href")).isEqualTo(server.extern() + "/");
        assertThat(pages.element("get-certificate").getDomAttribute("href")).isEqualTo(server.cabinet() + "/");
    }

    @Test
    @Order(5)
    void somethingBroken_isNamed_andMended() throws IOException {
        Path containers = workplace.home().containers();
        Files.setPosixFilePermissions(containers, PosixFilePermissions.fromString("rwxrwxrwx"));
        pages.press("check");
        workplace.person().attendUntil("what is wrong", () -> isShown("setting-up"));
        pages.picture("setup-broken");
        assertThat(texts(".component-detail"))
                .as("a page learns not whose home it is")
                .anyMatch(text -> text.contains("Неверные права доступа: ~/.local/share/obnova/containers"));
        pages.press("configure");
        workplace.person().attendUntil("the end", () -> isShown("finished"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(containers)))
                .isEqualTo("rwx------");
    }

    /** A root that nobody has the key of: something to be set up that browsers read when they start. */
    private List<String> throwawayRoot() throws IOException {
        Path root = folder.resolve("root.der");
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-noenc",
                        "-keyout",
                        "/dev/null",
                        "-subj",
                        "/CN=Obnova throwaway root",
                        "-days",
                        "2",
                        "-outform",
                        "DER",
                        "-out",
                        root.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.onExit().join().exitValue()).as(said).isZero();
        return List.of(Base64.getEncoder().encodeToString(Files.readAllBytes(root)));
    }

    private void openSetup() {
        pages.open(server.setup() + "/");
    }

    /** What the package does when the application is installed: both browsers are told where it is. */
    private void register() throws IOException {
        for (Browser each : List.of(Browser.named("chromium"), Browser.named("firefox"))) {
            NativeManifest.write(
                    each, workplace.home(), Checkout.find().launcher(), each.caller(workplace.extension()));
        }
    }

    private List<String> texts(String selector) {
        return workplace.browser().findElements(By.cssSelector("#components " + selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private boolean isShown(String testId) {
        return workplace.browser().findElements(By.cssSelector("[data-testid=" + testId + "]")).stream()
                .anyMatch(WebElement::isDisplayed);
    }

    private void awaitText(String testId, String text) {
        await(testId)
                .atMost(PATIENCE)
                .until(() -> pages.element(testId).getText().contains(text));
    }
}
