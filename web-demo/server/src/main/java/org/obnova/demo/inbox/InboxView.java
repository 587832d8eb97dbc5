// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.inbox;

import java.util.List;
import org.obnova.demo.notifications.Message;

/** Messages, newest first. */
public record InboxView(List<Message> messages) {
    public InboxView {
        messages = List.copyOf(messages);
    }
}
