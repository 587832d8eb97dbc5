// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.ExtensionCopy;
import org.openqa.selenium.By;
import org.openqa.selenium.bidi.webextension.ExtensionPath;
import org.openqa.selenium.bidi.webextension.InstallExtensionParameters;
import org.openqa.selenium.bidi.webextension.WebExtension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** In a running Chromium the extension is installed while the setup page stands open: the page notices, and is not loaded anew. */
class InstalledUnderThePageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void extensionThatComes_isNoticed_andNothingIsReloaded() throws IOException {
        Path folder = Journeys.folder("installed-under-the-page");
        ExtensionCopy extension = ExtensionCopy.of(Checkout.find().extension(), folder.resolve("extension"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.enableBiDi();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--lang=ru",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-unsafe-extension-debugging",
                "--remote-debugging-pipe");
        try (DemoServer server = DemoServer.start(folder.resolve("server"), "gost256", 1)) {
            ChromeDriver browser = new ChromeDriver(options);
            try {
                browser.get(server.setup() + "/");
                await().atMost(PATIENCE)
                        .until(() -> text(browser, "setup-extension").equals("не найдено"));
                browser.executeScript("window.sameDocument = true");
                new WebExtension(browser)
                        .install(new InstallExtensionParameters(
                                new ExtensionPath(extension.folder().toString())));
                await().atMost(PATIENCE)
                        .until(() -> text(browser, "setup-extension").equals("установлено"));
                assertThat(text(browser, "setup-host")).isEqualTo("не найдено");
                assertThat(browser.executeScript("return window.sameDocument === true"))
                        .isEqualTo(true);
            } finally {
                browser.quit();
            }
        }
    }

    private static String text(ChromeDriver browser, String testId) {
        return browser.findElement(By.cssSelector("[data-testid=" + testId + "]"))
                .getText();
    }
}
