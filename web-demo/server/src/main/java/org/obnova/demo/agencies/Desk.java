// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What an agency does with a question. */
@FunctionalInterface
interface Desk {
    /**
     * Answers.
     *
     * @param path of the request, begins with a slash
     * @param contrary whether to say something else than what is known
     * @return nothing where the agency has no such service
     */
    Optional<Answer> answer(String path, JsonNode question, boolean contrary);
}
