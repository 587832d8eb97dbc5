// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import org.obnova.host.secret.Secret;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Asks for passwords in windows. */
public final class PasswordWindows implements PasswordPrompt {
    private final WindowTurns turns;

    /**
     * @param turns lets one window at a time be open
     */
    public PasswordWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public Secret existing(Task task, Question question) {
        return turns.show(task, Step.PASSWORD, answer -> new ExistingPasswordSheet(task.language(), question));
    }

    @Override
    public Secret fresh(Task task, Question question) {
        return turns.show(task, Step.PASSWORD, answer -> new NewPasswordSheet(task.language(), question));
    }
}
