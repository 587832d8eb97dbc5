// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The preferences of a profile, as its {@code user.js} has them: they hold from the next start on. */
public final class Preferences {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing that asks, calls home or comes up by itself. */
    private static final Map<String, Object> QUIET = Map.ofEntries(
            Map.entry("app.update.enabled", false),
            Map.entry("browser.aboutwelcome.enabled", false),
            Map.entry("browser.safebrowsing.malware.enabled", false),
            Map.entry("browser.safebrowsing.phishing.enabled", false),
            Map.entry("browser.shell.checkDefaultBrowser", false),
            Map.entry("browser.startup.homepage_override.mstone", "ignore"),
            Map.entry("browser.tabs.warnOnClose", false),
            Map.entry("datareporting.healthreport.uploadEnabled", false),
            Map.entry("datareporting.policy.dataSubmissionEnabled", false),
            Map.entry("extensions.getAddons.cache.enabled", false),
            Map.entry("network.captive-portal-service.enabled", false),
            Map.entry("network.connectivity-service.enabled", false));

    private Preferences() {}

    /**
     * Writes them, those of a quiet browser among them unless they are otherwise here.
     *
     * @param preferences texts, whole numbers, truth values, by name
     */
    public static void write(Path profile, Map<String, ?> preferences) throws IOException {
        Map<String, Object> all = new TreeMap<>(QUIET);
        all.putAll(preferences);
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Object> preference : all.entrySet()) {
            lines.append(
                    "user_pref(%s, %s);%n".formatted(literal(preference.getKey()), literal(preference.getValue())));
        }
        Files.writeString(Files.createDirectories(profile).resolve("user.js"), lines);
    }

    /** What is written in JSON is written so in JavaScript. */
    private static String literal(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value);
    }
}
