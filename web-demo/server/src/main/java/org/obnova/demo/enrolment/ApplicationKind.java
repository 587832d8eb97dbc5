// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

/** What an application asks for. */
public enum ApplicationKind {
    /** A certificate in place of one that the holder has («Заявка на продление»). */
    RENEWAL,
    /** A certificate for somebody who has none (S29). */
    FIRST_ISSUE
}
