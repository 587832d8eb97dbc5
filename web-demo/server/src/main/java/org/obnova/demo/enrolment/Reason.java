// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

/** Why there is an application (S5). */
public enum Reason {
    /** The old certificate ends. */
    RENEWAL,
    /** There is no certificate yet. */
    FIRST_ISSUE,
    /** The organisation has another head. */
    CHANGE_OF_HEAD,
    /** The CA wants the certificate replaced, or the holder had it replaced at the service centre. */
    UNPLANNED
}
