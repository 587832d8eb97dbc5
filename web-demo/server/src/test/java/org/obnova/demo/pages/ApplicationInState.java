// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.enrolment.Applicant;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Application.ReceiptConfirmation;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Details;
import org.obnova.demo.enrolment.Issuance;
import org.obnova.demo.enrolment.Progress;
import org.obnova.demo.enrolment.Purpose;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.Medium;

/** An application as it stands in a state, of somebody whose data are known. */
final class ApplicationInState {
    /** Steps that only an application on paper, or one of which a register is silent, passes. */
    static final Set<ApplicationState> BETWEEN = EnumSet.of(
            ApplicationState.DOCUMENTS, ApplicationState.CENTRE, ApplicationState.REVIEW, ApplicationState.VISIT);

    private ApplicationInState() {}

    static Application of(
            String id,
            ApplicationState state,
            Holder holder,
            @Nullable String replaces,
            @Nullable Medium medium,
            boolean backedUp) {
        PersonForm form = PreparedPeople.form(holder);
        Progress progress = new Progress(
                state,
                state,
                BETWEEN.contains(state) ? Route.PAPER : Route.SIGNATURE,
                !BETWEEN.contains(state),
                null,
                PreparedPeople.NOW.minus(Duration.ofMinutes(5)),
                PreparedPeople.NOW,
                null);
        return new Application(
                id,
                replaces == null ? Purpose.firstIssue(Reason.FIRST_ISSUE) : Purpose.renewal(Reason.RENEWAL, replaces),
                new Applicant(holder.id(), holder.kind(), holder.phone(), holder.use()),
                new Details(form, ApplicationState.DATA.before(state) ? form : null, null),
                CaProfile.GOST256,
                progress,
                new Issuance(
                        medium,
                        state.before(ApplicationState.RECEIPT)
                                ? null
                                : PreparedApplications.NEW.issued().sha256(),
                        state == ApplicationState.DONE ? ReceiptConfirmation.SIGNATURE : null,
                        backedUp));
    }
}
