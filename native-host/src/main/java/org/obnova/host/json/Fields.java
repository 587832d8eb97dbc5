// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes an object apart, field by field; what was not asked for is refused at the {@linkplain #end() end}. */
public final class Fields {
    private final String path;
    private final Map<String, Json> byName;
    private final Set<String> taken = new HashSet<>();

    private Fields(String path, Map<String, Json> byName) {
        this.path = path;
        this.byName = byName;
    }

    /**
     * Begins with an object.
     *
     * @param path what to call it in messages, e.g. {@code params.site}
     * @throws JsonException where the value is not an object
     */
    public static Fields of(String path, Json value) throws JsonException {
        if (value instanceof Json.Members members) {
            return new Fields(path, members.byName());
        }
        throw new JsonException(path.concat(": not an object"));
    }

    /** An object without fields. */
    public static Fields none(String path) {
        return new Fields(path, Map.of());
    }

    /** A string of so many characters (UTF-16 code units). */
    public String text(String key, int min, int max) throws JsonException {
        String value = optionalText(key, min, max);
        if (value == null) {
            throw wrong(key, "missing");
        }
        return value;
    }

    /** As {@link #text}, or null where the key is not there. */
    public @Nullable String optionalText(String key, int min, int max) throws JsonException {
        Json value = take(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Json.Text text)) {
            throw wrong(key, "not a string");
        }
        if (text.value().length() < min || text.value().length() > max) {
            throw wrong(key, "too short or too long");
        }
        return text.value();
    }

    /** An integer within bounds, or null where the key is not there. */
    public @Nullable Long optionalWhole(String key, long min, long max) throws JsonException {
        Json value = take(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Json.Whole whole) || whole.value() < min || whole.value() > max) {
            throw wrong(key, "not an integer within the bounds");
        }
        return whole.value();
    }

    /** {@code true} or {@code false}, or null where the key is not there. */
    public @Nullable Boolean optionalTruth(String key) throws JsonException {
        Json value = take(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Json.Truth truth)) {
            throw wrong(key, "neither true nor false");
        }
        return truth.value();
    }

    /** An object. */
    public Fields object(String key) throws JsonException {
        Json value = take(key);
        if (value == null) {
            throw wrong(key, "missing");
        }
        return of(pathOf(key), value);
    }

    /** An array of at most so many values; empty where the key is not there. */
    public List<Json> items(String key, int max) throws JsonException {
        Json value = take(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Json.Items items)) {
            throw wrong(key, "not an array");
        }
        if (items.list().size() > max) {
            throw wrong(key, "too many");
        }
        return items.list();
    }

    /** Any value, or null where the key is not there. */
    public @Nullable Json take(String key) {
        taken.add(key);
        return byName.get(key);
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return byName.containsKey(key);
    }

    /** The keys that are there. */
    public Set<String> keys() {
        return byName.keySet();
    }

    /**
     * Nothing more is expected.
     *
     * @throws JsonException where a key was not asked for
     */
    public void end() throws JsonException {
        for (String key : byName.keySet()) {
            if (!taken.contains(key)) {
                throw wrong(key, "not known");
            }
        }
    }

    /** What is wrong with a field. */
    public JsonException wrong(String key, String what) {
        return new JsonException(pathOf(key).concat(": ").concat(what));
    }

    private String pathOf(String key) {
        String shown = key.length() <= 64 ? key : key.substring(0, 64);
        return path.isEmpty() ? shown : path.concat(".").concat(shown);
    }
}
