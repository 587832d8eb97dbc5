// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.result;

import java.util.List;
import java.util.Optional;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.personalstore.PublishPrompt;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Asks in windows to which programs a certificate goes. */
public final class ResultWindows implements PublishPrompt {
    private final WindowTurns turns;

    /** @param turns lets one window at a time be open */
    public ResultWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public List<PersonalStore> choose(Task task, Offer offer) {
        return turns.show(task, Step.CONSENT, answer -> new ProgramsSheet(task.language(), offer));
    }

    @Override
    public Optional<Secret> ask(Task task, PersonalStore store, int wrongBefore) {
        return turns.show(task, Step.PASSWORD, answer -> new StorePasswordSheet(task.language(), store, wrongBefore));
    }
}
