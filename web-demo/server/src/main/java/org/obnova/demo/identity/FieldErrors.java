// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a form, all at once, in the form's order.
 *
 * @param keys field -> tail of the text that says it at the field: {@code snils} -> {@code field.error.snils}
 */
public record FieldErrors(Map<String, String> keys) {
    /** Keeps a copy in the same order. */
    public FieldErrors {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    public static FieldErrors none() {
        return new FieldErrors(Map.of());
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** What is wrong with that field. */
    public Optional<String> of(String field) {
        return Optional.ofNullable(keys.get(field));
    }
}
