// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation.registry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key and all that is below it.
 *
 * @param key its name
 * @param values by key and name, as a file of the registry writes them; names without regard to capitals
 */
public record RegistryTree(String key, Map<String, Map<String, String>> values) {
    /** Copies what it holds. */
    public RegistryTree {
        Map<String, Map<String, String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((each, held) -> {
            Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            named.putAll(held);
            copy.put(each, named);
        });
        values = copy;
    }

    /** A value of the key itself. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(key)).flatMap(held -> value(held, name));
    }

    private static Optional<String> value(Map<String, String> held, String name) {
        @Nullable String value = held.get(name);
        return Optional.ofNullable(value);
    }

    /** Whether neither values nor other keys are in it. */
    public boolean isEmpty() {
        return values.keySet().stream().allMatch(key::equalsIgnoreCase)
                && values.values().stream().allMatch(Map::isEmpty);
    }
}
