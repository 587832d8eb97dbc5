// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** Puts {@code extension.js} where the extension's content script would stand, in every page opened from then on. */
final class ExtensionScript {
    private ExtensionScript() {}

    static String install(ChromeDriver browser) throws IOException {
        try (InputStream script = Objects.requireNonNull(ExtensionScript.class.getResourceAsStream("extension.js"))) {
            String source = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Object> added =
                    browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source));
            return (String) Objects.requireNonNull(added.get("identifier"));
        }
    }

    static void remove(ChromeDriver browser, String identifier) {
        browser.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", identifier));
    }
}
