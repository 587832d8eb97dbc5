// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.consent;

import org.obnova.host.site.SitePrompt;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Asks in a window whether a site shall be added. */
public final class SiteWindows implements SitePrompt {
    private final WindowTurns turns;

    /** @param turns lets one window at a time be open */
    public SiteWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public void confirm(Task task, Newcomer site) {
        turns.<Boolean>show(task, Step.CONSENT, answer -> new SiteSheet(task.language(), site));
    }
}
