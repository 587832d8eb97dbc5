// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of a question to an agency. */
sealed interface Reply {
    /** It answered. */
    record Found(JsonNode body) implements Reply {}

    /** It answered that it knows nothing of the kind (404), or that it refuses what it was told (409, 422). */
    record Refused(int status) implements Reply {}

    /** It did not answer, or nothing that could be read. */
    record Nothing() implements Reply {}
}
