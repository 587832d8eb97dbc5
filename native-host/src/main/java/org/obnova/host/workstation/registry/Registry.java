// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation.registry;

import java.util.List;
import java.util.Optional;

/** The registry of Windows. Keys have their hive's full name, e.g. {@code HKEY_CURRENT_USER\Software}; capitals do not matter in names. */
public interface Registry {
    /**
     * The key with all that is below it; empty where it is not there, or nobody but an administrator may read it.
     *
     * @throws org.obnova.host.fault.Fault {@code SETUP_TOOL_FAILED} where the registry cannot be read at all
     */
    Optional<RegistryTree> read(String key);

    /**
     * Makes these changes in this order; keys that a value needs are made.
     *
     * @throws org.obnova.host.fault.Fault {@code SETUP_TOOL_FAILED}: then any of them may have been made
     */
    void change(List<RegistryEdit> edits);
}
