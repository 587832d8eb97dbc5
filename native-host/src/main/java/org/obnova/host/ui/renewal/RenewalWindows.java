// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.renewal;

import java.util.List;
import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.renewal.OrphanKey;
import org.obnova.host.renewal.OrphanPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Asks, in windows, about keys that lie about and about giving a renewal up. */
public final class RenewalWindows implements OrphanPrompt, AbandonPrompt {
    private final WindowTurns turns;

    /**
     * @param turns lets one window at a time be open
     */
    public RenewalWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public OrphanPrompt.Answer offer(Task task, List<OrphanKey> keys) {
        // Asked of the medium here: a token may take its time, and the thread of the windows has none.
        List<OrphanSheet.Row> rows = keys.stream()
                .map(each -> new OrphanSheet.Row(
                        each,
                        each.container().label(),
                        each.container().storage().label(task.language())))
                .toList();
        return turns.show(task, Step.CHOOSE_STORAGE, answer -> new OrphanSheet(task.language(), rows));
    }

    @Override
    public AbandonPrompt.Answer ask(Task task, Question question) {
        KeyContainer key = question.key();
        String medium = key == null ? null : key.storage().label(task.language());
        return turns.show(task, Step.CONSENT, answer -> new AbandonSheet(task.language(), question, medium));
    }
}
