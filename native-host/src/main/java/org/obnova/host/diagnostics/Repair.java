// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import java.io.IOException;
import org.obnova.host.task.Task;

/** Mends one finding, and touches nothing else. */
@FunctionalInterface
public interface Repair {
    /**
     * Mends it; whether that helped is seen by checking again. Cancelling ends it while it waits for others, not while it writes.
     *
     * @throws org.obnova.host.fault.Fault where it cannot be mended: then nothing was changed; {@code CANCELLED}
     */
    void mend(Task task) throws IOException;

    /** Changes something that is this person's alone, so that there is nobody to wait for. */
    @FunctionalInterface
    interface Change {
        /** Makes it. */
        void make() throws IOException;
    }

    /** A change of this person's own. */
    static Repair of(Change change) {
        return task -> {
            try (Task.Uncancellable _ = task.writing()) {
                change.make();
            }
        };
    }
}
