// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.util.List;

/** The visible demo inbox. */
public interface Inbox {
    /** Newest first, at most that many. */
    List<Message> latest(int limit);

    /** Newest first, only those to that phone or address. */
    List<Message> latestTo(String address, int limit);
}
