// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.task.Task;

/** Tells the person, in a window of the host, that a token works, how far it is, and that it must not be pulled out now. */
public interface KeyMakingPrompt {
    /** A key that is being made. */
    interface Making extends AutoCloseable {
        /** Stands for the task: what it is told of its steps is shown. */
        Task task();

        /** Done, or failed: the window goes. */
        @Override
        void close();
    }

    /** Begins. Never fails: what cannot be shown is left out. */
    Making begin(Task task, KeyStorage storage, KeyAlgorithm algorithm);

    /** Shows nothing. */
    static Making nothing(Task task) {
        return new Making() {
            @Override
            public Task task() {
                return task;
            }

            @Override
            public void close() {}
        };
    }
}
