// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.entropy;

import org.obnova.host.entropy.EntropyPrompt;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Shows the entropy sensor. */
public final class EntropyWindows implements EntropyPrompt {
    private final WindowTurns turns;

    /**
     * @param turns lets one window at a time be open
     */
    public EntropyWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public void gather(Task task, Sink sink) {
        turns.<Boolean>show(task, Step.ENTROPY, answer -> new EntropySheet(task, sink, answer));
    }
}
