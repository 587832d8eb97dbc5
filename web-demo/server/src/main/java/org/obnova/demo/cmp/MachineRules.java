// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.obnova.demo.ca.CaProfile;

/** The operator's switch: which certificates machines may renew, and for how long. {@code machines.json} names every profile once. */
public final class MachineRules {
    /** In the data folder; the bundled rules where it is not there. */
    public static final String FILE = "machines.json";

    private static final int MOST_MONTHS = 15;
    private static final Set<String> FIELDS = Set.of("profile", "renewable", "months");

    private final Map<CaProfile, Rule> rules;

    private MachineRules(Map<CaProfile, Rule> rules) {
        this.rules = rules;
    }

    /**
     * A profile's rule.
     *
     * @param renewable whether machines may renew its certificates; never those that are qualified
     * @param months how long the new one is valid, 1 to 15
     */
    public record Rule(CaProfile profile, boolean renewable, int months) {
        /** Refuses what cannot be. */
        public Rule {
            if (months < 1 || months > MOST_MONTHS) {
                throw new IllegalArgumentException("months are 1 to 15: " + profile.cliName());
            }
            if (renewable && profile.qualified()) {
                throw new IllegalArgumentException(
                        "a qualified certificate needs its holder's identification: " + profile.cliName());
            }
        }
    }

    /**
     * The rules of a data folder, or the bundled ones.
     *
     * @throws IllegalArgumentException for a file that does not say what may be
     */
    public static MachineRules of(Path data) {
        Path file = data.resolve(FILE);
        try (InputStream bundled = MachineRules.class.getResourceAsStream(FILE)) {
            if (Files.exists(file)) {
                return read(Files.readAllBytes(file));
            }
            if (bundled == null) {
                throw new IllegalStateException("the rules for machines are not there");
            }
            return read(bundled.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the rules for machines cannot be read", e);
        }
    }

    static MachineRules read(byte[] json) throws IOException {
        Map<CaProfile, Rule> rules = new EnumMap<>(CaProfile.class);
        for (JsonNode row : new ObjectMapper().readTree(json)) {
            Rule rule = rule(row);
            if (rules.put(rule.profile(), rule) != null) {
                throw new IllegalArgumentException("twice: " + rule.profile().cliName());
            }
        }
        if (rules.size() != CaProfile.values().length) {
            throw new IllegalArgumentException("machines.json names every profile once");
        }
        return new MachineRules(rules);
    }

    private static Rule rule(JsonNode row) {
        Set<String> names = new TreeSet<>();
        row.fieldNames().forEachRemaining(names::add);
        String name = row.path("profile").asText();
        if (!names.equals(FIELDS)
                || !row.path("renewable").isBoolean()
                || !row.path("months").isInt()) {
            throw new IllegalArgumentException("a rule has profile, renewable (true or false) and months: " + name);
        }
        CaProfile profile =
                CaProfile.ofCliName(name).orElseThrow(() -> new IllegalArgumentException("no such profile: " + name));
        return new Rule(
                profile, row.path("renewable").asBoolean(), row.path("months").asInt());
    }

    /** The rule of that profile. */
    public Rule of(CaProfile profile) {
        Rule rule = rules.get(profile);
        if (rule == null) {
            throw new IllegalStateException("every profile has its rule");
        }
        return rule;
    }
}
