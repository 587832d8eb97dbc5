// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.renewal.Made;
import org.obnova.host.task.Task;

/** The answer of the two methods that end with a request. */
final class MadeReply {
    private MadeReply() {}

    static WorkResult of(Made made, Task task, boolean withState) {
        byte[] request = made.request();
        return new WorkResult.RequestMade(
                made.renewal(),
                withState ? made.state().wireName() : null,
                request == null ? null : Der.of(request),
                made.storage().id(),
                made.storage().label(task.language()));
    }
}
