// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that fits a frame. Lists are ordered by a key that never changes, and a page begins behind the last key of the page before: what
 * comes or goes between two pages makes no other entry appear twice or not at all.
 *
 * @param next the key of the last entry, where more follow
 */
record Page<T>(List<T> entries, @Nullable String next) {
    /** Octets of an entry besides its large parts. */
    static final int ENTRY_OVERHEAD = 1024;

    /** Leaves room for the envelope within the browsers' 1 MiB. */
    private static final int MAX_OCTETS = 800_000;

    /**
     * Takes entries while they fit.
     *
     * @param size octets of an entry in JSON, at most
     * @param cursor the {@code next} of the page before
     */
    static <T> Page<T> of(List<T> all, Function<T, String> key, ToIntFunction<T> size, @Nullable String cursor) {
        List<T> ordered = all.stream()
                .filter(entry -> cursor == null || key.apply(entry).compareTo(cursor) > 0)
                .sorted(Comparator.comparing(key))
                .toList();
        List<T> entries = new ArrayList<>();
        int octets = 0;
        for (T entry : ordered) {
            octets += size.applyAsInt(entry);
            if (octets > MAX_OCTETS && !entries.isEmpty()) {
                return new Page<>(entries, key.apply(entries.getLast()));
            }
            entries.add(entry);
        }
        return new Page<>(entries, null);
    }
}
