// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import org.obnova.demo.enrolment.Application;

/** What waits, the longest waiting first. */
public record QueueView(List<Application> review, List<Application> visit) {
    /** Keeps what it was given. */
    public QueueView {
        review = List.copyOf(review);
        visit = List.copyOf(visit);
    }

    /** The name in the application. */
    public static String name(Application application) {
        return application.details().valid().get("surname") + " "
                + application.details().valid().get("givenName");
    }
}
