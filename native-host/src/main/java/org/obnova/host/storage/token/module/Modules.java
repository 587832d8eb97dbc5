// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.nio.file.Path;
import java.util.List;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Text;

/**
 * What the search found.
 *
 * @param usable each library once
 * @param notListed what the person should know of: modules that are there, or were named, and cannot be used
 * @param leftOut what is left out for a good reason
 */
public record Modules(List<FoundModule> usable, List<NotListed> notListed, List<LeftOut> leftOut) {
    /** A file that is no module for keys, or not meant for this program. */
    public record LeftOut(Path file, Text why) {}

    /** Copies the lists. */
    public Modules {
        usable = List.copyOf(usable);
        notListed = List.copyOf(notListed);
        leftOut = List.copyOf(leftOut);
    }
}
