// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.enrolment.Document.Kind;

/** A new key that is lost, or not wanted any more: the application goes back to where it is made, and a certificate of it is revoked. */
final class GivingUp {
    /** CRLReason cessationOfOperation, RFC 5280 section 5.3.1: nobody is going to use that key. */
    private static final int CESSATION_OF_OPERATION = 5;

    private static final Set<ApplicationState> UNDER_WAY = EnumSet.of(
            ApplicationState.REQUEST,
            ApplicationState.CONFIRMATION,
            ApplicationState.ISSUING,
            ApplicationState.RECEIPT,
            ApplicationState.INSTALL);

    private final Papers papers;
    private final TestAuthority authority;
    private final InstantSource clock;

    GivingUp(Papers papers, TestAuthority authority, InstantSource clock) {
        this.papers = papers;
        this.authority = authority;
        this.clock = clock;
    }

    Application giveUp(String id) {
        return papers.applications().step(id, application -> {
            EnrolmentDesk.require(UNDER_WAY.contains(application.state()), "there is nothing to give up");
            if (application.state() == ApplicationState.REQUEST && application.medium() == null) {
                return application;
            }
            papers.jobs().forget(id);
            papers.requests().forget(id);
            papers.documents().forget(id, Kind.RECEIPT);
            authority.register().ofApplication(id).ifPresent(certificate -> {
                authority.revocations().revoke(certificate, CESSATION_OF_OPERATION, Actor.holder(application.holder()));
                authority.register().release(certificate.sha256());
            });
            return application.givenUpAt(clock.instant());
        });
    }
}
