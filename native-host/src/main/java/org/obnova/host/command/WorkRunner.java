// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;

/** Does the work of a request, in the thread of the caller. */
public interface WorkRunner {
    /**
     * Runs to the result.
     *
     * @throws org.obnova.host.fault.Fault as the method's description says
     */
    WorkResult run(Request.Work request, Language language, Cancellation cancellation, ProgressListener listener);
}
