// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.Phone;

/**
 * An application for a certificate.
 *
 * @param id random, {@code [a-z0-9]}: what a page passes to {@code createRequest} as {@code application}
 * @param purpose renewal or first issue, and why
 * @param applicant whom it is for
 * @param details the holder's data: draft, and what was confirmed
 * @param profile algorithm of the new key; {@link CaProfile#protocolName()} goes to {@code createRequest}
 * @param progress how far it has come
 * @param issuance what came of it
 */
public record Application(
        String id,
        Purpose purpose,
        Applicant applicant,
        Details details,
        CaProfile profile,
        Progress progress,
        Issuance issuance) {

    /** How the holder confirmed the receipt. */
    public enum ReceiptConfirmation {
        /** Signed with a certificate. */
        SIGNATURE,
        /** Confirmed with a code sent to the phone. */
        CODE
    }

    public String holder() {
        return applicant.holder();
    }

    /** The certificate that is renewed; empty of a first issue. */
    public Optional<String> renews() {
        return Optional.ofNullable(purpose.replaces());
    }

    /** Whether it renews that certificate. */
    public boolean replaces(String sha256) {
        return sha256.equals(purpose.replaces());
    }

    /**
     * What will stand in the new certificate, and goes to {@code createRequest} as {@code subject}.
     *
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID as long as the draft is not complete
     */
    public CertificateSubject subject() {
        return Subjects.of(details.valid());
    }

    public Phone phone() {
        return applicant.phone();
    }

    public CertificateUse use() {
        return applicant.use();
    }

    public ApplicationState state() {
        return progress.state();
    }

    public Instant opened() {
        return progress.opened();
    }

    /** Another one after each change: who decides about an application says which one was looked at. */
    public String version() {
        return state().name() + changed().toEpochMilli();
    }

    public Instant changed() {
        return progress.changed();
    }

    public @Nullable Instant agreed() {
        return progress.agreed();
    }

    public @Nullable Medium medium() {
        return issuance.medium();
    }

    public @Nullable String certificate() {
        return issuance.certificate();
    }

    public @Nullable ReceiptConfirmation receipt() {
        return issuance.receipt();
    }

    public boolean backedUp() {
        return issuance.backedUp();
    }

    /** Where notices go; null where the draft has no address yet. */
    public @Nullable String email() {
        String email = details.valid().get("email");
        return email.isEmpty() ? null : email;
    }

    Application with(Details next, Instant now) {
        return new Application(id, purpose, applicant, next, profile, progress.at(now), issuance);
    }

    Application typed(PersonForm form, Instant now) {
        return with(details.with(form), now);
    }

    Application with(Progress next) {
        return new Application(id, purpose, applicant, details, profile, next, issuance);
    }

    Application with(Issuance next) {
        return new Application(id, purpose, applicant, details, profile, progress, next);
    }

    Application on(ApplicationState next, Instant now) {
        return with(progress.to(next, now));
    }

    Application agreedAt(Instant now) {
        return with(progress.agreedAt(now));
    }

    Application onMedium(Medium chosen, Instant now) {
        return with(issuance.on(chosen)).with(progress.at(now));
    }

    Application issued(String sha256) {
        return with(issuance.issued(sha256));
    }

    Application confirmed(ReceiptConfirmation how) {
        return with(issuance.confirmed(how));
    }

    Application backedUpAt(Instant now) {
        return with(issuance.withBackup()).with(progress.at(now));
    }

    /** Back at the storage step, with everything that the person filled in and agreed to, and without key and certificate. */
    Application givenUpAt(Instant now) {
        return with(Issuance.NONE).with(progress.givenUp(now));
    }
}
