// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Task;
import org.obnova.host.workstation.ComputerRestart;
import org.obnova.host.workstation.RestartPrompt;

/** Counts restarts in the place of the computer; says «later» unless told to agree. */
public final class FakeRestart implements RestartPrompt, ComputerRestart {
    private int asked;
    private int restarted;
    private boolean agrees;

    /** From now on. */
    public FakeRestart agrees() {
        agrees = true;
        return this;
    }

    /** How often the person was asked. */
    public int asked() {
        return asked;
    }

    /** How often the computer would have been restarted. */
    public int restarted() {
        return restarted;
    }

    @Override
    public void confirm(Task task) {
        asked++;
        if (!agrees) {
            throw new Fault(ErrorCode.CANCELLED, "later");
        }
    }

    @Override
    public void restart() {
        restarted++;
    }
}
