// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.settings.Origin;
import org.obnova.host.task.Task;

/** Asks the person whether a site shall come into the list. */
public interface SitePrompt {
    /** What should make the person look twice. */
    enum Doubt {
        /** The name holds letters of two alphabets, at least one of which has letters that look alike. */
        MIXED_LETTERS,
        /** The name is read in another alphabet than it is written in: {@code аррӏе}. */
        FOREIGN_LETTERS,
        /** It looks like a site of the list, and is another. */
        LOOKS_LIKE_LISTED,
        /** A bare address without a name. */
        NUMBERS
    }

    /**
     * A site that is not in the list.
     *
     * @param address the host as it would be read, in the letters of its alphabets; the same as in the origin where that is plain
     * @param resembled the origin of the site of the list that it looks like
     */
    record Newcomer(
            Origin origin,
            String address,
            List<Doubt> doubts,
            @Nullable String resembled) {
        /** Copies the list. */
        public Newcomer {
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * Returns when the person agreed.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}, {@code NO_DISPLAY}
     */
    void confirm(Task task, Newcomer site);
}
