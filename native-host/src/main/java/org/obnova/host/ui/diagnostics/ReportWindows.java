// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.diagnostics;

import org.obnova.host.diagnostics.report.ReportPrompt;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Shows the report for support in a window. */
public final class ReportWindows implements ReportPrompt {
    private final WindowTurns turns;

    /** @param turns lets one window at a time be open */
    public ReportWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public void confirm(Task task, String text) {
        turns.<Boolean>show(task, Step.DIAGNOSTICS, answer -> new ReportSheet(task.language(), text));
    }
}
