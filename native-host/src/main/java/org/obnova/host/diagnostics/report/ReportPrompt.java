// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.report;

import org.obnova.host.task.Task;

/** Shows the person the whole report before anybody gets it. */
@FunctionalInterface
public interface ReportPrompt {
    /**
     * Returns when the person agrees.
     *
     * @param text all that the report holds
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}, {@code NO_DISPLAY}
     */
    void confirm(Task task, String text);
}
