// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.review.QueueFilter;
import org.obnova.demo.review.QueuePage;
import org.obnova.demo.review.ServiceCentre;

/**
 * The applications that are looked for, the longest waiting first.
 *
 * @param later whether this is not the first page
 */
public record QueueView(QueuePage page, QueueFilter filter, List<ServiceCentre> centres, boolean later, Instant now) {
    /** Keeps what it was given. */
    public QueueView {
        centres = List.copyOf(centres);
    }

    /** The name in the application. */
    public static String name(Application application) {
        return application.details().valid().get("surname") + " "
                + application.details().valid().get("givenName");
    }

    /** Whole days since the application changed last. */
    public long days(Application application) {
        return Duration.between(application.changed(), now).toDays();
    }

    public List<QueueFilter.Stage> stages() {
        return List.of(QueueFilter.Stage.values());
    }

    public List<HolderKind> kinds() {
        return List.of(HolderKind.values());
    }

    public List<Reason> reasons() {
        return List.of(Reason.values());
    }
}
