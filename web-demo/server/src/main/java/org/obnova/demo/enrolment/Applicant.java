// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;

/**
 * Whom an application is for, as of the day when it began.
 *
 * @param holder id of the holder
 * @param phone where codes go
 * @param use what the certificate is for
 */
public record Applicant(String holder, HolderKind kind, Phone phone, CertificateUse use) {
    static Applicant of(Holder holder) {
        return new Applicant(holder.id(), holder.kind(), holder.phone(), holder.use());
    }
}
