// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.consent;

import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;
import org.obnova.host.workstation.RestartPrompt;

/** Asks in a window whether the computer shall be restarted. */
public final class RestartWindows implements RestartPrompt {
    private final WindowTurns turns;

    /** @param turns lets one window at a time be open */
    public RestartWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public void confirm(Task task) {
        turns.<Boolean>show(task, Step.CONSENT, answer -> new RestartSheet(task.language()));
    }
}
