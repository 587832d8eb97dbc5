// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A place where a module may be.
 *
 * @param group candidates of one group are copies of one vendor's module, of which one is enough; null where the place was named by itself
 * @param expected whether somebody named it, so that its absence is worth a word
 * @param personal whether somebody named it in the person's own files
 */
record Candidate(
        String name,
        Path path,
        @Nullable String group,
        @Nullable Integer timeoutSeconds,
        boolean expected,
        boolean personal,
        boolean smartCard) {}
