// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

/** Hears how far a task is; called by the task's threads. */
public interface ProgressListener {
    /** The person is awaited. */
    void waiting(Step step);

    /** So much of a step is done; {@code total} is positive. */
    void progress(Step step, int done, int total);

    /** For tasks of which nobody wants to hear. */
    static ProgressListener none() {
        return new ProgressListener() {
            @Override
            public void waiting(Step step) {}

            @Override
            public void progress(Step step, int done, int total) {}
        };
    }
}
