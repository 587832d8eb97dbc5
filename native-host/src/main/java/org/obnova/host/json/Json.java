// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import java.util.List;
import java.util.Map;

/** A JSON value. */
public sealed interface Json {
    /** An object; names are unique. */
    record Members(Map<String, Json> byName) implements Json {}

    /** An array. */
    record Items(List<Json> list) implements Json {}

    /** A string without lone surrogates. */
    record Text(String value) implements Json {}

    /** An integer that fits 64 bits. */
    record Whole(long value) implements Json {}

    /** Any other number: nothing of ours wants one, so the literal is all that is kept. */
    record OtherNumber(String literal) implements Json {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements Json {}

    /** {@code null}. */
    record Null() implements Json {}
}
