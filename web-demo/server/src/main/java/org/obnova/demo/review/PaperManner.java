// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.regime.Regime;

/** How a statement on paper comes to the CA, by a rule per kind of holder (S10). */
public enum PaperManner {
    /** It is signed by certificate: there is no paper. */
    NONE,
    /** Printed, signed in blue ink, scanned and uploaded; the original is brought later. */
    UPLOAD,
    /** As {@link #UPLOAD} where the organisation's officer or a courier takes it, or signed in person in the service centre: the holder chooses. */
    UPLOAD_OR_CENTRE,
    /** Signed in person in the service centre. */
    CENTRE;

    static PaperManner of(Application application, Regime regime, boolean courier) {
        if (application.progress().route() != Route.PAPER) {
            return NONE;
        }
        HolderKind kind = application.applicant().kind();
        if (kind == HolderKind.EMPLOYEE || courier) {
            return UPLOAD;
        }
        boolean others = regime.paperRoute() == Regime.PaperRoute.CENTRE_OFFICER_OR_COURIER;
        return kind == HolderKind.NATURAL_PERSON && others ? UPLOAD_OR_CENTRE : CENTRE;
    }
}
