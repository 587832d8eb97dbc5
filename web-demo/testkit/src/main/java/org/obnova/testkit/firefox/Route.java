// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A command of a session.
 *
 * @param method of HTTP
 * @param path what follows {@code /session/ID/}, with variables in braces
 * @param translation what becomes of it
 */
record Route(String method, String path, Translation translation) {
    /** Whether a request's path is this one's, whatever the method. */
    boolean leads(List<String> segments) {
        List<String> own = own();
        if (own.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (!isVariable(own.get(i)) && !own.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Puts the variables of a path that {@link #leads} here among the parameters. */
    void variables(List<String> segments, ObjectNode parameters) {
        List<String> own = own();
        for (int i = 0; i < own.size(); i++) {
            String word = own.get(i);
            if (isVariable(word)) {
                parameters.put(word.substring(1, word.length() - 1), segments.get(i));
            }
        }
    }

    private List<String> own() {
        return List.of(path.split("/", -1));
    }

    private static boolean isVariable(String word) {
        return word.startsWith("{");
    }
}
