// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

/** The step that an application waits for, in their order. Which of them an application passes is {@link Course}'s to say. */
public enum ApplicationState {
    /** The holder reads what there is to do («Приступить»). */
    INTRODUCTION,
    /** The holder fills in the data and confirms them. */
    DATA,
    /** The statement is to be signed with a valid certificate, or by hand. */
    STATEMENT,
    /** Documents are to be uploaded. */
    DOCUMENTS,
    /** A service centre is to be chosen, and the application to be sent. */
    CENTRE,
    /** The operator looks at it. */
    REVIEW,
    /** The holder comes in person: identity is checked, originals are shown. */
    VISIT,
    /** The holder agrees to the issue; a key and a request are made. */
    REQUEST,
    /** The request is to be confirmed by a code (S20). */
    CONFIRMATION,
    /** The CA issues: seconds to hours; the page may be closed. */
    ISSUING,
    /** The receipt is to be signed, or confirmed by a code. */
    RECEIPT,
    /** The certificate may be installed. */
    INSTALL,
    /** The certificate lies beside its key. */
    DONE;

    /** From here a person may go back: nothing lies with the operator, and no request is sent. */
    public boolean mayGoBack() {
        return switch (this) {
            case DATA, STATEMENT, DOCUMENTS, CENTRE, VISIT, REQUEST -> true;
            case INTRODUCTION, REVIEW, CONFIRMATION, ISSUING, RECEIPT, INSTALL, DONE -> false;
        };
    }

    /** Whether it is the person's own to fill in, and may be seen again. */
    public boolean maySeeAgain() {
        return before(REVIEW);
    }

    /** Whether this step comes before the other one. */
    public boolean before(ApplicationState other) {
        return compareTo(other) < 0;
    }
}
