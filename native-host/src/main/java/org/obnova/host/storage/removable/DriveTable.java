// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Which removable drives are mounted now, as the system says. */
interface DriveTable {
    /**
     * Those that are there, in the order in which they were mounted.
     *
     * @param named mount points that count as removable although the system does not say so
     */
    List<Drive> read(Set<Path> named);

    /** Whether this very drive is still there, not pulled and not plugged in anew; asked often, so it looks only there. */
    boolean isThere(Drive drive);
}
