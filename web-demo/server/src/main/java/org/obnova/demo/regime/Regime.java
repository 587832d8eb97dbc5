// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.regime;

import java.time.Duration;

/**
 * How the CA works.
 *
 * @param name {@code current}, {@code 2017}, or the name of a file of one's own
 * @param loginCode how the code of a login by phone is sent
 * @param statementStage where a statement on paper stands
 * @param confirmation what the holder confirms once the key is made
 * @param promisedIssue how long the issue takes at most, as the page says
 * @param review who looks at an application
 * @param promisedReviewHours how long that takes at most, as the page says
 * @param heads whether heads of organisations and sole proprietors are served here
 * @param employee what an employee's certificate says of the organisation
 * @param paperRoute who may take the statement on paper of a natural person
 * @param containerPassword what the page says of an optional password
 * @param validityMonths how long a certificate is valid
 */
public record Regime(
        String name,
        LoginCode loginCode,
        StatementStage statementStage,
        Confirmation confirmation,
        Duration promisedIssue,
        Review review,
        int promisedReviewHours,
        Heads heads,
        EmployeeCertificate employee,
        PaperRoute paperRoute,
        ContainerPassword containerPassword,
        int validityMonths) {

    /** {@code loginCode}. */
    public enum LoginCode {
        /** A call whose last digits are the code; by SMS where no call helps. */
        CALL_THEN_SMS,
        SMS
    }

    /** {@code statementStage}. */
    public enum StatementStage {
        WITH_DOCUMENTS,
        BEFORE_DOCUMENTS
    }

    /** {@code confirmation}. */
    public enum Confirmation {
        /** A receipt before the certificate is installed (S22). */
        RECEIPT,
        /** A code by SMS before the certificate is issued (S20). */
        SMS
    }

    /** {@code review}. */
    public enum Review {
        /** Automatic where all agrees, else the operator. */
        AUTOMATIC,
        /** Always the operator. */
        OPERATOR
    }

    /** {@code heads}. */
    public enum Heads {
        /** The tax service issues their certificates (63-FZ, article 17.2, since 2022). */
        TAX_SERVICE,
        SERVED
    }

    /** {@code employee}. */
    public enum EmployeeCertificate {
        /** A natural person's, used with a machine-readable power of attorney (МЧД). */
        NATURAL_PERSON,
        /** With the organisation's fields inside. */
        ORGANISATION
    }

    /** {@code paperRoute}. */
    public enum PaperRoute {
        CENTRE_OFFICER_OR_COURIER,
        CENTRE
    }

    /** {@code containerPassword}. */
    public enum ContainerPassword {
        OPTIONAL,
        ADVISED_EMPTY
    }

    /** Refuses numbers that cannot be. */
    public Regime {
        if (name.isBlank()
                || promisedIssue.isNegative()
                || promisedIssue.isZero()
                || promisedReviewHours < 1
                || validityMonths < 1
                || validityMonths > 15) {
            throw new IllegalArgumentException("a regime with numbers that cannot be");
        }
    }
}
