// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.progress;

import java.util.List;
import org.obnova.host.storage.TokenFacts.Manner;
import org.obnova.host.task.Step;

/** The steps of making a key on a token, and how far they are. Told by the task's thread, read by the window's. */
final class Steps {
    /** How far a step is. */
    enum State {
        DONE,
        RUNNING,
        AHEAD
    }

    private final Manner manner;
    private final List<String> keys;
    private int done;

    Steps(Manner manner) {
        this.manner = manner;
        this.keys =
                manner == Manner.ACTIVE ? List.of("step.generate", "step.prove") : List.of("step.make", "step.write");
    }

    /** How the token holds the key. */
    Manner manner() {
        return manner;
    }

    /** The words' keys, in order. */
    List<String> keys() {
        return keys;
    }

    /** The first step ends when the key is made; the end of the last one is the end of the window. */
    synchronized void hear(Step step, int part, int total) {
        if (step == Step.GENERATE_KEY && part == total) {
            done = 1;
        }
    }

    synchronized State state(int index) {
        return index < done ? State.DONE : index == done ? State.RUNNING : State.AHEAD;
    }
}
