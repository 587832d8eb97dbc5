// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.util.List;
import java.util.Optional;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.CodeSent;

/**
 * The applications and their steps. Each step checks that it is the application's turn (else STEP_OUT_OF_ORDER), commits, and
 * returns the application as it is then. A step repeated with the same content returns the application and changes nothing. Who may
 * see which application is the caller's to check: {@link Application#holder()}. An unknown id is NOT_FOUND.
 */
public interface Applications {
    /**
     * The open application for the renewal of that certificate, or a new one in {@link ApplicationState#DATA}.
     *
     * @param sha256 the certificate to renew
     * @throws org.obnova.demo.problem.Problem NOT_FOUND when it is not the holder's, RENEWAL_NOT_OFFERED when its renewal state is NONE
     */
    Application open(String sha256, Holder holder);

    /** The application of that id. */
    Optional<Application> find(String id);

    /** The holder's applications, the latest first. */
    List<Application> ofHolder(String holder);

    /**
     * In DATA: changes the address that goes into the certificate and gets the notices.
     *
     * @param email empty for none
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID
     */
    Application changeEmail(String id, String email);

    /** DATA to STATEMENT: writes the statement's text. */
    Application confirmData(String id);

    /** The statement; its text is there from STATEMENT on, the signature from REQUEST on. */
    Document statement(String id);

    /**
     * STATEMENT to REQUEST.
     *
     * @param cms DER, CAdES-BES, detached
     * @throws org.obnova.demo.problem.Problem SIGNATURE_INVALID, SIGNER_MISMATCH, SIGNER_EXPIRED, SIGNER_UNTRUSTED, CERTIFICATE_REVOKED
     */
    Application receiveStatement(String id, byte[] cms);

    /** In REQUEST: keeps that the holder agreed to the issue (S16, the tick); needed before the request. */
    Application agreeToIssue(String id);

    /**
     * In REQUEST: keeps where the new key is to lie, before it is made there.
     *
     * @throws org.obnova.demo.problem.Problem MEDIUM_NOT_ALLOWED where the rules of media refuse it; the earlier choice stays then
     */
    Application chooseMedium(String id, Medium medium);

    /**
     * REQUEST to ISSUING: queues the issue.
     *
     * @param pkcs10 DER
     * @throws org.obnova.demo.problem.Problem REQUEST_INVALID, KEY_REUSED, MEDIUM_NOT_ALLOWED where the use of the certificate wants a
     *     medium that was not chosen, STEP_OUT_OF_ORDER also where the holder has not agreed
     */
    Application receiveRequest(String id, byte[] pkcs10);

    /** The request once received. */
    Optional<Der> request(String id);

    /** The new certificate with its chain, from RECEIPT on (the holder sees its data; the page installs it from INSTALL on). */
    Optional<Issued> issued(String id);

    /** The receipt; its text is there from RECEIPT on. */
    Document receipt(String id);

    /** RECEIPT to INSTALL by a signature; problems as of {@link #receiveStatement}. */
    Application receiveReceipt(String id, byte[] cms);

    /** In RECEIPT: sends a six-digit code by SMS to the application's phone. CODE_TOO_SOON, CODE_PAUSED. */
    CodeSent sendReceiptCode(String id);

    /** RECEIPT to INSTALL by the code. CODE_WRONG, CODE_PAUSED. */
    Application confirmReceiptByCode(String id, String code);

    /**
     * From REQUEST to INSTALL, back to REQUEST: for a key that is lost or not wanted any more. What the person filled in, signed and agreed to
     * stays; a certificate that was issued for the key is revoked.
     */
    Application giveUp(String id);

    /** INSTALL to DONE. */
    Application markInstalled(String id);

    /**
     * In DONE: keeps that a backup was made.
     *
     * @throws org.obnova.demo.problem.Problem COPY_NOT_ALLOWED where the rules or the medium allow none
     */
    Application markBackedUp(String id);
}
