// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A module that may be loaded.
 *
 * @param name what a person calls it
 * @param library the file, without links on its way
 * @param timeoutSeconds how long one call may take, where the settings say
 * @param smartCard whether it finds its tokens through the system's smart card service (PC/SC)
 */
public record FoundModule(
        String name, Path library, @Nullable Integer timeoutSeconds, boolean smartCard) {
    /** Whether the file's name begins so, in lower case. */
    public boolean isNamed(Iterable<String> beginnings) {
        String file = String.valueOf(library.getFileName()).toLowerCase(Locale.ROOT);
        for (String beginning : beginnings) {
            if (file.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
