// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import org.obnova.testkit.firefox.WebDriverBridge;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A driver of Firefox with a bridge of its own, which ends with it. */
public final class FirefoxDriver extends RemoteWebDriver {
    private final WebDriverBridge bridge;

    private FirefoxDriver(WebDriverBridge bridge, URL address, Capabilities capabilities) {
        super(address, capabilities, false);
        this.bridge = bridge;
    }

    /**
     * Starts Firefox.
     *
     * @param log a file to which its output is appended
     */
    public static FirefoxDriver start(Capabilities capabilities, Path log) throws IOException {
        WebDriverBridge bridge = WebDriverBridge.start(0, log);
        try {
            return new FirefoxDriver(bridge, bridge.address().toURL(), capabilities);
        } catch (WebDriverException | MalformedURLException e) {
            bridge.close();
            throw e;
        }
    }

    @Override
    public void quit() {
        try {
            super.quit();
        } finally {
            bridge.close();
        }
    }
}
