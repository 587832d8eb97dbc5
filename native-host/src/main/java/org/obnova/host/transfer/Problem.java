// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Task;

/** What was wrong with an answer, for the window that asks again. */
final class Problem {
    private Problem() {}

    /** The error's message and hint in the task's language. */
    static String of(Fault fault, Task task) {
        ErrorTexts.Text text = ErrorTexts.of(fault, task.language().tag());
        return text.message() + " " + text.hint();
    }
}
