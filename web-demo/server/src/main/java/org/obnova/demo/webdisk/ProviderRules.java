// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which crypto providers are too old for the services: {@code provider-rules.json}. The service says it, not the application on the computer, which only says what is there. */
public final class ProviderRules {
    private final List<ProviderRule> rules;

    private ProviderRules(List<ProviderRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that come with the server. */
    public static ProviderRules bundled() {
        try (InputStream file =
                Objects.requireNonNull(ProviderRules.class.getResourceAsStream("provider-rules.json"))) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled rules cannot be read", e);
        }
    }

    static ProviderRules read(InputStream file) throws IOException {
        List<ProviderRule> rules = new ArrayList<>();
        for (JsonNode rule : new ObjectMapper().readTree(file).path("rules")) {
            rules.add(new ProviderRule(
                    rule.path("provider").asText(),
                    version(rule.path("from").asText()),
                    version(rule.path("to").asText()),
                    rule.path("upgrade").asText(),
                    rule.path("upgradeBuild").asInt(),
                    rule.path("restart").asText("none")));
        }
        return new ProviderRules(rules);
    }

    /**
     * The version to which a provider should be upgraded.
     *
     * @param provider its name
     * @param version as it was found
     * @return nothing where it may stay, or where the version cannot be read
     */
    public Optional<String> upgrade(String provider, String version) {
        return rule(provider, version).map(ProviderRule::upgrade);
    }

    /** As {@link #upgrade}, with what has to be restarted after it: {@code none}, {@code browser} or {@code computer}. */
    public Optional<String> restart(String provider, String version) {
        return rule(provider, version).map(ProviderRule::restart);
    }

    private Optional<ProviderRule> rule(String provider, String version) {
        return ProviderVersion.parse(version)
                .flatMap(found -> rules.stream()
                        .filter(rule -> rule.matches(provider, found))
                        .findFirst());
    }

    private static ProviderVersion version(String text) {
        return ProviderVersion.parse(text).orElseThrow(() -> new IllegalArgumentException("not a version: " + text));
    }
}
