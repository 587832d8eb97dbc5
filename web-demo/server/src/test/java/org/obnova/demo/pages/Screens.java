// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium that looks at pages: takes a picture of each at full height, and says what is wrong with it. The pictures lie in
 * {@code target/screens}.
 */
final class Screens implements AutoCloseable {
    static final Path FOLDER = Path.of("target", "screens");
    static final long DESKTOP = 1100;
    /** The narrowest phones that are still common; WCAG 2.2, 1.4.10, asks for 320 without scrolling in two directions. */
    static final long PHONE = 360;

    private static final long NARROWEST = 320;
    private static final long HIGH = 800;
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    final ChromeDriver browser;
    private long wide = DESKTOP;
    /** axe-core takes seconds a page on a busy machine: each language and each width meets it once. */
    private boolean byRules = true;

    Screens() throws IOException {
        Files.createDirectories(FOLDER);
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        browser = new ChromeDriver(options);
    }

    @Override
    public void close() {
        browser.quit();
    }

    void byRules(boolean rules) {
        byRules = rules;
    }

    /** Opens a page unless it is open, takes its picture, and returns what is wrong with it. */
    List<String> look(@Nullable String address, String name) throws IOException {
        if (address != null) {
            browser.get(address);
        }
        awaitMedia();
        picture(name);
        List<String> complaints = new ArrayList<>();
        if (byRules) {
            rules(name, complaints);
        }
        if (isWider()) {
            complaints.add(name + ": wider than the window, " + widest());
        }
        if (wide == PHONE) {
            view(NARROWEST, HIGH);
            if (isWider()) {
                complaints.add(name + ": wider than 320 pixels, " + widest());
            }
            view(PHONE, HIGH);
        }
        if (browser.findElement(By.tagName("body")).getText().contains("???")) {
            complaints.add(name + ": a text is missing");
        }
        return complaints;
    }

    /** As {@link #look}, and by the rules at the other width too: the same page, so nothing is walked twice. */
    List<String> lookAtBothWidths(String name) throws IOException {
        List<String> complaints = new ArrayList<>(look(null, name));
        long before = wide;
        view(before == PHONE ? DESKTOP : PHONE, HIGH);
        rules(name + " at " + wide, complaints);
        if (isWider()) {
            complaints.add(name + ": wider than " + wide + " pixels, " + widest());
        }
        view(before, HIGH);
        return complaints;
    }

    private void rules(String name, List<String> complaints) {
        for (Rule rule : new AxeBuilder().withTags(TAGS).analyze(browser).getViolations()) {
            complaints.add(name + ": " + rule.getId() + " " + rule.getNodes());
        }
    }

    private boolean isWider() {
        return Boolean.TRUE.equals(
                browser.executeScript("return document.documentElement.scrollWidth > window.innerWidth"));
    }

    /** The elements that stick out, for whoever mends them. */
    private String widest() {
        return String.valueOf(browser.executeScript(
                "return [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)"
                        + ".slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' | ')"));
    }

    void awaitMedia() {
        await().until(() ->
                browser.findElements(By.cssSelector("#media[aria-busy]")).isEmpty());
    }

    private void picture(String name) throws IOException {
        Object height = browser.executeScript("return document.documentElement.scrollHeight");
        long before = wide;
        view(before, ((Number) Objects.requireNonNull(height)).longValue());
        Files.write(FOLDER.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        view(before, HIGH);
    }

    /** Whether the browser reaches nobody. */
    void offline(boolean offline) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void view(long width, long height) {
        wide = width;
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }
}
