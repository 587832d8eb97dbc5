// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A bridge, a site, and a headless Firefox with a home of its own, which Selenium drives over the bridge. */
final class FirefoxFixture implements AutoCloseable {
    final TestSite site = new TestSite();
    final WebDriverBridge bridge;
    final RemoteWebDriver browser;

    FirefoxFixture() throws IOException {
        bridge = bridge();
        browser = browser(bridge);
    }

    /** A bridge that logs where the tests' output is. */
    static WebDriverBridge bridge() throws IOException {
        return WebDriverBridge.start(0, folder().resolve("firefox.log"));
    }

    /** A session at a bridge. */
    static RemoteWebDriver browser(WebDriverBridge bridge) throws IOException {
        return browser(bridge, headless(Map.of()));
    }

    static RemoteWebDriver browser(WebDriverBridge bridge, Capabilities capabilities) throws MalformedURLException {
        return new RemoteWebDriver(bridge.address().toURL(), capabilities, false);
    }

    /** What is asked for, with more options of Mozilla's. */
    static MutableCapabilities headless(Map<String, ?> options) throws IOException {
        Path home = Files.createTempDirectory(folder(), "home-");
        Map<String, Object> all = new java.util.HashMap<>(Map.of(
                "args", List.of("--headless", "--no-remote", "--remote-allow-system-access"),
                "env",
                        Map.of(
                                "HOME",
                                home.toString(),
                                "XDG_CONFIG_HOME",
                                home.resolve("config").toString())));
        all.putAll(options);
        MutableCapabilities capabilities = new MutableCapabilities();
        capabilities.setCapability("browserName", "firefox");
        capabilities.setCapability("moz:firefoxOptions", all);
        return capabilities;
    }

    static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target", "firefox-tests").toAbsolutePath());
    }

    /** Opens a page with that body. */
    void open(String body) {
        browser.get(site.page("page", body));
    }

    @Override
    public void close() {
        browser.quit();
        bridge.close();
        site.close();
    }
}
