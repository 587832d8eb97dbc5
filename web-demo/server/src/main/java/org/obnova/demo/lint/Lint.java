// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

import java.util.Optional;

/**
 * One rule.
 *
 * @param <T> what it looks at
 */
public interface Lint<T> {
    /** Where the rule stands: a document and its section. */
    String source();

    /** What is wrong, in one sentence; nothing where all is well, or the rule is about something else. */
    Optional<String> finding(T candidate);
}
