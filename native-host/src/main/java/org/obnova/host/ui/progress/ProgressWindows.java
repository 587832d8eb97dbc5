// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.progress;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.storage.KeyMakingPrompt;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.TokenFacts.Manner;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.OpenWindow;
import org.obnova.host.ui.frame.WindowTurns;

/** Shows in a window that a token makes a key; a key that is made at once shows none. */
public final class ProgressWindows implements KeyMakingPrompt {
    /** A GOST key is made in less. */
    private static final int PATIENCE_MILLIS = 1200;

    private final WindowTurns turns;

    /**
     * @param turns whose windows go before this one
     */
    public ProgressWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public Making begin(Task task, KeyStorage storage, KeyAlgorithm algorithm) {
        Manner manner = storage.token().map(facts -> facts.manner()).orElse(Manner.PASSIVE);
        Steps steps = new Steps(manner);
        String label = storage.label(task.language());
        AtomicReference<@Nullable ProgressSheet> sheet = new AtomicReference<>();
        OpenWindow<Boolean> window;
        try {
            window = turns.aside(task, PATIENCE_MILLIS, () -> {
                ProgressSheet made = new ProgressSheet(task.language(), label, algorithm, steps);
                sheet.set(made);
                return made;
            });
        } catch (Fault e) {
            if (e.code() == ErrorCode.NO_DISPLAY) {
                return KeyMakingPrompt.nothing(task);
            }
            throw e;
        }
        return new Shown(new WatchedTask(task, steps, sheet), window);
    }

    private record Shown(Task task, OpenWindow<Boolean> window) implements Making {
        @Override
        public void close() {
            window.close();
        }
    }
}
