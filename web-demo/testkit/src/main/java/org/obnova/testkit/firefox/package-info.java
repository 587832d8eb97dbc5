// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Drives Firefox for Selenium without geckodriver: a server on 127.0.0.1 that takes W3C WebDriver commands over HTTP and hands them to Firefox's
 * own Marionette server over TCP. Any WebDriver client can use it; {@link org.obnova.testkit.firefox.WebDriverBridge} is where to begin.
 *
 * <p>Imports: Jackson, the JDK's HTTP server; nothing else of the testkit. Sources: W3C WebDriver 2 (Working Draft of 2025), sections 6 to 19, for what clients
 * send and are told; Firefox's {@code remote/marionette/driver.sys.mjs} and {@code server.sys.mjs} (protocol 3) for what Marionette takes; for the
 * option {@code moz:firefoxOptions} the documentation of Firefox, "WebDriver capabilities".
 */
@NullMarked
package org.obnova.testkit.firefox;

import org.jspecify.annotations.NullMarked;
