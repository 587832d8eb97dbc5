// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.util.List;

/**
 * The list of copies.
 *
 * @param copies in the order in which they were made
 * @param incomplete whether a list that was damaged was kept aside, so that copies may be missing here
 */
public record KnownBackups(List<Known> copies, boolean incomplete) {
    /** Takes a copy. */
    public KnownBackups {
        copies = List.copyOf(copies);
    }

    /**
     * One of them.
     *
     * @param label what the medium is called now, or was called when it was last seen; in the task's language where the medium is at hand
     * @param present whether that copy is at hand now
     */
    public record Known(Backup backup, String label, boolean present) {}
}
