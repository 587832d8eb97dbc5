// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks of a new session (W3C WebDriver, section 7).
 *
 * @param capabilities those that Firefox itself understands
 * @param start how it is started
 */
record Wish(ObjectNode capabilities, Start start) {
    private static final String OPTIONS = "moz:firefoxOptions";

    /** The standard's, and Firefox's own; what is not here is a matter of this server, or of somebody else. */
    private static final Set<String> KNOWN = Set.of(
            "acceptInsecureCerts",
            "pageLoadStrategy",
            "proxy",
            "setWindowRect",
            "strictFileInteractability",
            "timeouts",
            "unhandledPromptBehavior",
            "moz:accessibilityChecks",
            "moz:webdriverClick",
            "moz:windowless");

    /**
     * How Firefox is started, as {@code moz:firefoxOptions} says.
     *
     * @param binary the program, where it is not the usual one
     * @param arguments of the program
     * @param environment what its environment has besides, or otherwise
     * @param preferences by name: texts, whole numbers, truth values
     */
    record Start(
            Optional<String> binary,
            List<String> arguments,
            Map<String, String> environment,
            Map<String, JsonNode> preferences) {
        Start {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
            preferences = Map.copyOf(preferences);
        }
    }

    /**
     * The first alternative of a request that can be had here.
     *
     * @throws WebDriverError where there is none, or where it is not understood
     */
    static Wish of(JsonNode request) throws WebDriverError {
        JsonNode asked = request.path("capabilities");
        JsonNode alternatives = asked.path("firstMatch");
        if (alternatives.isEmpty()) {
            alternatives = JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode());
        }
        for (JsonNode alternative : alternatives) {
            ObjectNode merged = JsonNodeFactory.instance.objectNode();
            asked.path("alwaysMatch").properties().forEach(member -> merged.set(member.getKey(), member.getValue()));
            alternative.properties().forEach(member -> merged.set(member.getKey(), member.getValue()));
            if (isFirefoxHere(merged)) {
                return wish(merged);
            }
        }
        throw new WebDriverError(WebDriverError.NOT_CREATED, "only firefox on linux can be had here, not " + asked);
    }

    private static boolean isFirefoxHere(ObjectNode merged) {
        return Set.of("", "firefox").contains(merged.path("browserName").asText())
                && Set.of("", "any", "linux")
                        .contains(merged.path("platformName").asText().toLowerCase(java.util.Locale.ROOT));
    }

    private static Wish wish(ObjectNode merged) throws WebDriverError {
        JsonNode options = merged.path(OPTIONS);
        if (options.has("profile")) {
            throw new WebDriverError(
                    WebDriverError.INVALID_ARGUMENT,
                    "name the profile's folder in args (-profile FOLDER) and not in " + OPTIONS);
        }
        if (merged.path("webSocketUrl").asBoolean()) {
            throw new WebDriverError(WebDriverError.INVALID_ARGUMENT, "WebDriver BiDi is not served");
        }
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        merged.properties().stream()
                .filter(member -> KNOWN.contains(member.getKey()))
                .forEach(member -> capabilities.set(member.getKey(), member.getValue()));
        List<String> arguments =
                options.path("args").valueStream().map(JsonNode::asText).toList();
        Map<String, String> environment = new LinkedHashMap<>();
        options.path("env")
                .properties()
                .forEach(member ->
                        environment.put(member.getKey(), member.getValue().asText()));
        Map<String, JsonNode> preferences = new LinkedHashMap<>();
        options.path("prefs").properties().forEach(member -> preferences.put(member.getKey(), member.getValue()));
        Optional<String> binary = Optional.of(options.path("binary").asText()).filter(name -> !name.isEmpty());
        return new Wish(capabilities, new Start(binary, arguments, environment, preferences));
    }
}
