// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.util.List;
import java.util.Optional;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.registers.RegisterAnswer;

/**
 * The applications and their steps. Each step checks that it is the application's turn (else STEP_OUT_OF_ORDER), commits, and
 * returns the application as it is then. A step repeated with the same content returns the application and changes nothing. Who may
 * see which application is the caller's to check: {@link Application#holder()}. An unknown id is NOT_FOUND.
 */
public interface Applications {
    /**
     * The open application for the renewal of that certificate, or a new one in {@link ApplicationState#INTRODUCTION}.
     *
     * @param sha256 the certificate to renew
     * @throws org.obnova.demo.problem.Problem NOT_FOUND when it is not the holder's, RENEWAL_NOT_OFFERED when its renewal state is NONE,
     *     ISSUED_BY_TAX_SERVICE where the tax service issues the certificates of such holders
     */
    Application open(String sha256, Holder holder);

    /** An application for somebody who has no certificate, as a clerk makes it. Problems as of {@link #open}. */
    Application openFirst(Holder holder, Reason reason);

    /** An application of СМЭВ ЭП-ОВ: led elsewhere, only shown here. */
    Application showOnly(Holder holder);

    /** The application of that id. */
    Optional<Application> find(String id);

    /** The holder's applications, the latest first. */
    List<Application> ofHolder(String holder);

    /** INTRODUCTION to DATA («Приступить»). */
    Application begin(String id);

    /** In DATA: keeps the form as it stands, half-filled or wrong. */
    Application saveDraft(String id, PersonForm form);

    /**
     * In DATA: has the organisation's data fetched anew (S7); they are changed by no other way.
     *
     * @return the organisation as it was before
     * @throws org.obnova.demo.problem.Problem REGISTER_SILENT, ORGANISATION_NOT_FOUND; NOT_FOUND for a person for himself
     */
    Organisation refreshOrganisation(String id);

    /**
     * From DATA on: asks the registers, decides how the statement is given, and writes its text. Unchanged data lead back to where the
     * application was before.
     *
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID where the draft is not complete, ORGANISATION_NOT_FOUND for a head of no known one
     */
    Application confirmData(String id);

    /**
     * Back to an earlier step, to look at it or to change something («отредактировать заявку»): nothing is lost until other data are confirmed.
     *
     * @throws org.obnova.demo.problem.Problem KEY_BEGUN where a key was begun that is to be given up first
     */
    Application back(String id, ApplicationState step);

    /** Forward again, as far as the application was, where nothing was changed. */
    Application forward(String id);

    /** In STATEMENT, before it is signed: it will be printed and signed by hand. */
    Application giveOnPaper(String id);

    /** Which steps it passes, as far as that is known. */
    Course course(Application application);

    /** What the registers said of the confirmed data; empty before. */
    List<RegisterAnswer> answers(String id);

    /** The statement; its text is there from STATEMENT on, the signature from REQUEST on. */
    Document statement(String id);

    /**
     * From STATEMENT on, by a signature.
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
     * From REQUEST on, to the code that confirms it or to the issue.
     *
     * @param pkcs10 DER
     * @throws org.obnova.demo.problem.Problem REQUEST_INVALID, KEY_REUSED, MEDIUM_NOT_ALLOWED where the use of the certificate wants a
     *     medium that was not chosen, STEP_OUT_OF_ORDER also where the holder has not agreed
     */
    Application receiveRequest(String id, byte[] pkcs10);

    /** In CONFIRMATION: sends a six-digit code by SMS to the application's phone (S20). CODE_TOO_SOON, CODE_PAUSED. */
    CodeSent sendRequestCode(String id);

    /** CONFIRMATION to ISSUING by the code. CODE_WRONG, CODE_PAUSED. */
    Application confirmRequestByCode(String id, String code);

    /** Whether the e-mail address may stand in the certificate: it stands in the renewed one, or a code was entered; also where there is none. */
    boolean emailProven(String id);

    /**
     * Between the confirmed data and the issue: sends a six-digit code by a letter to the application's address. CODE_TOO_SOON, CODE_PAUSED,
     * CODES_SPENT; STEP_OUT_OF_ORDER where nothing is to be proven.
     */
    CodeSent sendEmailCode(String id);

    /** Proves the address by the code of the letter that went to it. CODE_WRONG, CODE_PAUSED. */
    void confirmEmail(String id, String code);

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
