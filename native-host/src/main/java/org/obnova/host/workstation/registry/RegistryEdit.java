// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation.registry;

import org.jspecify.annotations.Nullable;

/**
 * One change of the registry.
 *
 * @param name of the value, empty: the key's own; null: the whole key goes
 * @param value as a file of the registry has it; null: it goes
 */
public record RegistryEdit(
        String key, @Nullable String name, @Nullable String value) {
    /** The value is this from now on. */
    public static RegistryEdit set(String key, String name, String value) {
        return new RegistryEdit(key, name, value);
    }

    /** The value goes. */
    public static RegistryEdit drop(String key, String name) {
        return new RegistryEdit(key, name, null);
    }

    /** The key goes, and all that is below it. */
    public static RegistryEdit dropKey(String key) {
        return new RegistryEdit(key, null, null);
    }
}
