// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.task.Task;

/** Lets the person choose a medium. */
public interface StoragePrompt {
    /**
     * One medium on offer.
     *
     * @param whyNot why it cannot be used, in the task's language; null when it can
     */
    record Offer(KeyStorage storage, @Nullable String whyNot) {}

    /** What is on offer, which changes while the window is open: tokens come and go. */
    interface Offers {
        /** As it is now. May take a moment: not to be asked on the thread of the windows. */
        List<Offer> list();

        /** What may be there now and cannot be listed. */
        List<NotListed> notListed();

        /**
         * Calls the listener, from any thread, after each change until the watch is closed.
         *
         * @return closed by the window
         */
        Watch onChange(Runnable listener);
    }

    /** A listener that is registered. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** The answer. */
    sealed interface Choice {
        /** One of the media on offer. */
        record Offered(KeyStorage storage) implements Choice {}

        /** Another folder, which the person named in the host's window. */
        record OtherFolder(Path folder) implements Choice {}
    }

    /**
     * Shows what is on offer until the person chooses.
     *
     * @param purpose {@code NEW_KEY}, {@code NEW_BACKUP} or {@code NEW_IMPORT}
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    Choice choose(Task task, Purpose purpose, Offers offers);
}
