// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.obnova.demo.enrolment.Application;
import org.obnova.demo.review.Counter;
import org.obnova.demo.review.ServiceCentre;

/**
 * What waits for a holder at the service centre (S15).
 *
 * @param unpaid whether an invoice is to be paid before the certificate is issued
 * @param tokenWaits whether a token was bought and is still to be collected
 * @param centre where to turn
 */
public record CounterView(boolean unpaid, boolean tokenWaits, ServiceCentre centre) {
    static CounterView of(Application application, Counter counter) {
        return new CounterView(
                counter.invoice(application.id())
                        .filter(invoice -> invoice.paid() == null)
                        .isPresent(),
                counter.token(application.id())
                        .filter(token -> token.handedOut() == null)
                        .isPresent(),
                counter.centre(application));
    }
}
