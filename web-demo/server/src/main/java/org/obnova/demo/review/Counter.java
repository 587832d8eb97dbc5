// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.util.Optional;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.Holder;

/** What the service centre does for an application at its counter; each act is in the audit log. Who may is the caller's to check. */
public interface Counter {
    /** The invoice, where there is one. */
    Optional<Invoice> invoice(String application);

    /** An invoice was made out: until it is paid, no certificate is issued. A second time changes nothing. */
    void bill(String application, Actor clerk);

    /** The invoice is paid. */
    void paid(String application, Actor clerk);

    /**
     * Returns where nothing is to be paid.
     *
     * @throws org.obnova.demo.problem.Problem INVOICE_UNPAID
     */
    void requirePaid(String application);

    /** The token that was bought, where one was. */
    Optional<TokenOrder> token(String application);

    /** A token was bought with the certificate. A second time changes nothing. */
    void tokenBought(String application, Actor clerk);

    /**
     * The token was handed out to its holder.
     *
     * @param serial what stands on it: 4 to 32 of {@code 0-9 A-Z -}
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID for another serial number; STEP_OUT_OF_ORDER where no token is to be handed out
     */
    void handOut(String application, String serial, Actor by);

    /** The centre to which the holder of an application turns. */
    ServiceCentre centre(Application application);

    /** An application for a holder who has none under way; problems as of {@link org.obnova.demo.enrolment.Applications#openFirst}. The holder is told. */
    Application open(Holder holder, Reason reason, Actor clerk);
}
