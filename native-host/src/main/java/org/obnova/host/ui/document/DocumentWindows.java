// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.document;

import java.time.InstantSource;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Shows documents in a window. */
public final class DocumentWindows implements DocumentPrompt {
    private final WindowTurns turns;
    private final InstantSource clock;

    /**
     * @param turns lets one window at a time be open
     * @param clock for the days that are left
     */
    public DocumentWindows(WindowTurns turns, InstantSource clock) {
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void show(Task task, Document document) {
        turns.<Boolean>show(
                task, Step.SHOW_DOCUMENT, answer -> new DocumentSheet(task.language(), document, clock.instant()));
    }
}
