// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was read in a passport: field of the person's form -> what stands there.
 *
 * @param fields names as in {@link org.obnova.demo.identity.PersonForm#FIELDS}; what could not be read is missing
 */
public record Recognised(Map<String, Field> fields) {
    /** Keeps the order. */
    public Recognised {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A field.
     *
     * @param value as the form takes it: dates {@code 1984-03-14}, sex {@code female}
     * @param sure whether the person need not look at it with particular care
     */
    public record Field(String value, boolean sure) {}
}
