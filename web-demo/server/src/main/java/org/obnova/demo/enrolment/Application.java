// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.Phone;

/**
 * An application for the renewal of a certificate.
 *
 * @param id random, {@code [a-z0-9]}: what a page passes to {@code createRequest} as {@code application}
 * @param holder id of the holder
 * @param replaces SHA-256 (hex) of the certificate that is renewed
 * @param profile algorithm of the new key; {@link CaProfile#protocolName()} goes to {@code createRequest}
 * @param subject what will stand in the new certificate, and goes to {@code createRequest} as {@code subject}
 * @param phone where the code of the receipt goes
 * @param use what the certificate is for, as of the holder when it began
 * @param state the step that it waits for
 * @param opened when it began
 * @param changed when it last went on: «черновик сохранён»
 * @param agreed when the holder agreed to the issue, or null
 * @param medium where the new key is to lie, or null where the person chooses in the host's window
 * @param certificate SHA-256 (hex) of the new certificate once issued
 * @param receipt how the receipt was confirmed, or null
 * @param backedUp whether a backup was reported
 */
public record Application(
        String id,
        String holder,
        String replaces,
        CaProfile profile,
        CertificateSubject subject,
        Phone phone,
        CertificateUse use,
        ApplicationState state,
        Instant opened,
        Instant changed,
        @Nullable Instant agreed,
        @Nullable Medium medium,
        @Nullable String certificate,
        @Nullable ReceiptConfirmation receipt,
        boolean backedUp) {

    Application withEmail(@Nullable String email, Instant now) {
        CertificateSubject with = new CertificateSubject(
                subject.commonName(),
                subject.surname(),
                subject.givenName(),
                subject.country(),
                subject.snils(),
                subject.inn(),
                email);
        return new Application(
                id,
                holder,
                replaces,
                profile,
                with,
                phone,
                use,
                state,
                opened,
                now,
                agreed,
                medium,
                certificate,
                receipt,
                backedUp);
    }

    Application on(ApplicationState next, Instant now) {
        return new Application(
                id,
                holder,
                replaces,
                profile,
                subject,
                phone,
                use,
                next,
                opened,
                now,
                agreed,
                medium,
                certificate,
                receipt,
                backedUp);
    }

    Application agreedAt(Instant now) {
        return new Application(
                id,
                holder,
                replaces,
                profile,
                subject,
                phone,
                use,
                state,
                opened,
                now,
                now,
                medium,
                certificate,
                receipt,
                backedUp);
    }

    Application onMedium(Medium chosen, Instant now) {
        return new Application(
                id,
                holder,
                replaces,
                profile,
                subject,
                phone,
                use,
                state,
                opened,
                now,
                agreed,
                chosen,
                certificate,
                receipt,
                backedUp);
    }

    Application issued(String sha256) {
        return new Application(
                id, holder, replaces, profile, subject, phone, use, state, opened, changed, agreed, medium, sha256,
                receipt, backedUp);
    }

    Application confirmed(ReceiptConfirmation how) {
        return new Application(
                id,
                holder,
                replaces,
                profile,
                subject,
                phone,
                use,
                state,
                opened,
                changed,
                agreed,
                medium,
                certificate,
                how,
                backedUp);
    }

    Application backedUpAt(Instant now) {
        return new Application(
                id,
                holder,
                replaces,
                profile,
                subject,
                phone,
                use,
                state,
                opened,
                now,
                agreed,
                medium,
                certificate,
                receipt,
                true);
    }

    /** Back at the storage step, with everything that the person filled in and agreed to, and without key and certificate. */
    Application givenUpAt(Instant now) {
        return new Application(
                id,
                holder,
                replaces,
                profile,
                subject,
                phone,
                use,
                ApplicationState.REQUEST,
                opened,
                now,
                agreed,
                null,
                null,
                null,
                false);
    }

    /** How the holder confirmed the receipt. */
    public enum ReceiptConfirmation {
        /** Signed with a certificate. */
        SIGNATURE,
        /** Confirmed with a code sent to the phone. */
        CODE
    }
}
