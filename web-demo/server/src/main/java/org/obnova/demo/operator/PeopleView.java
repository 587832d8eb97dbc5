// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.ProblemDocument;

/**
 * People who were looked for.
 *
 * @param asked what was typed
 */
public record PeopleView(
        Colleague colleague,
        String asked,
        List<Found> found,
        @Nullable ProblemDocument problem) {
    /** Why a clerk creates an application; renewals begin with their certificate. */
    public static final List<Reason> REASONS = List.of(Reason.FIRST_ISSUE, Reason.UNPLANNED, Reason.CHANGE_OF_HEAD);

    /** Keeps what it was given. */
    public PeopleView {
        found = List.copyOf(found);
    }

    public List<Reason> reasons() {
        return REASONS;
    }

    public boolean mayCreate() {
        return colleague.may(Duty.CREATE_APPLICATION);
    }

    /**
     * One of them.
     *
     * @param applications those that came to the CA
     */
    public record Found(Holder holder, List<HolderCertificate> certificates, List<Application> applications) {
        /** Keeps what it was given. */
        public Found {
            certificates = List.copyOf(certificates);
            applications = List.copyOf(applications);
        }
    }
}
