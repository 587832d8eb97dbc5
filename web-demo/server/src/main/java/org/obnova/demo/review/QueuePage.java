// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.util.List;
import org.obnova.demo.enrolment.Application;

/**
 * A page of the queue, the longest waiting first.
 *
 * @param next where the next page begins; empty on the last one
 */
public record QueuePage(List<Application> rows, String next) {
    /** Keeps what it was given. */
    public QueuePage {
        rows = List.copyOf(rows);
    }
}
