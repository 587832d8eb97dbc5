// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.document;

import java.time.InstantSource;
import org.obnova.host.decryption.DecryptionPrompt;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.WindowTurns;

/** Asks in a window whether a document shall be decrypted. */
public final class DecryptionWindows implements DecryptionPrompt {
    private final WindowTurns turns;
    private final InstantSource clock;

    /**
     * @param turns lets one window at a time be open
     * @param clock for the days that the certificate has left
     */
    public DecryptionWindows(WindowTurns turns, InstantSource clock) {
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void confirm(Task task, Encrypted document) {
        turns.<Boolean>show(
                task, Step.DECRYPT, answer -> new DecryptionSheet(task.language(), document, clock.instant()));
    }
}
