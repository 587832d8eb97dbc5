// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

/** The step that an application waits for, in their order. */
public enum ApplicationState {
    /** The holder looks at the data and confirms them. */
    DATA,
    /** The statement is to be signed with a valid certificate. */
    STATEMENT,
    /** The holder agrees to the issue; a key and a request are made. */
    REQUEST,
    /** The CA issues: seconds to hours; the page may be closed. */
    ISSUING,
    /** The receipt is to be signed, or confirmed by a code. */
    RECEIPT,
    /** The certificate may be installed. */
    INSTALL,
    /** The certificate lies beside its key. */
    DONE;

    /** Whether this step comes before the other one. */
    public boolean before(ApplicationState other) {
        return compareTo(other) < 0;
    }
}
