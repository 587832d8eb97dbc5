// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.transfer;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.transfer.TransferPrompt;
import org.obnova.host.ui.frame.WindowTurns;
import org.obnova.host.ui.frame.Words;

/** Asks for files and what to do with them in windows. */
public final class TransferWindows implements TransferPrompt {
    private final WindowTurns turns;

    /**
     * @param turns lets one window at a time be open
     */
    public TransferWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public Path source(Task task, @Nullable String problem) {
        return turns.show(task, Step.CHOOSE_STORAGE, answer -> new SourceSheet(words(task), problem));
    }

    @Override
    public Decision decide(Task task, Contents contents) {
        return turns.show(task, Step.CHOOSE_STORAGE, answer -> new ContentsSheet(words(task), contents));
    }

    @Override
    public Order target(Task task, Outgoing outgoing, @Nullable String problem) {
        return turns.show(task, Step.CHOOSE_STORAGE, answer -> new TargetSheet(words(task), outgoing, problem));
    }

    private static Words words(Task task) {
        return Words.beside(TransferWindows.class, task.language());
    }
}
