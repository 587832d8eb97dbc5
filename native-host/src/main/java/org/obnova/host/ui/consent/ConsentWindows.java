// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.consent;

import org.obnova.host.site.ConsentPrompt;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Asks for consent in a window. */
public final class ConsentWindows implements ConsentPrompt {
    private final WindowTurns turns;

    /**
     * @param turns lets one window at a time be open
     */
    public ConsentWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public Answer ask(Task task, Operation operation) {
        return turns.show(task, Step.CONSENT, answer -> new ConsentSheet(task.language(), operation));
    }
}
