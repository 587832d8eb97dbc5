// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value of Windows' registry was before Obnova wrote it.
 *
 * @param target whose it is
 * @param name empty: the key's own
 * @param before as a file of the registry has it; null: there was none
 * @param ours every value that Obnova has written, or was about to write, the newest last
 * @param keys that were made for it, the outermost first
 */
record RegistryNote(
        String target, String key, String name, @Nullable String before, List<String> ours, List<String> keys) {
    RegistryNote {
        ours = List.copyOf(ours);
        keys = List.copyOf(keys);
    }

    boolean isOf(String otherTarget, String otherKey, String otherName) {
        return target.equals(otherTarget) && key.equalsIgnoreCase(otherKey) && name.equalsIgnoreCase(otherName);
    }
}
