// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Lets the person choose a medium in a window, which follows the media as they come and go. */
public final class StorageWindows implements StoragePrompt {
    private final WindowTurns turns;

    /**
     * @param turns lets one window at a time be open
     */
    public StorageWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public Choice choose(Task task, Purpose purpose, Offers offers) {
        Following following = new Following(task.language(), purpose, offers);
        // Listening begins before the first look, so that nothing comes or goes between.
        try (Watch _ = offers.onChange(following::changed)) {
            following.look();
            return turns.show(task, Step.CHOOSE_STORAGE, answer -> following.sheet());
        }
    }
}
