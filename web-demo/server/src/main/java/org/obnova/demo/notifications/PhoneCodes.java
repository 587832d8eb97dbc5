// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

/** One-time codes that prove that a phone which is to be added to a profile is at hand (S2). */
public interface PhoneCodes {
    /**
     * Sends a code, as at the login: the first since the last right one by a call, all others by SMS.
     *
     * @param account id of the account that wants the phone; codes of different accounts do not open each other
     * @throws org.obnova.demo.problem.Problem CODE_TOO_SOON, CODE_PAUSED, CODES_SPENT
     */
    CodeSent send(String account, Phone phone);

    /**
     * Uses the code up.
     *
     * @throws org.obnova.demo.problem.Problem CODE_WRONG, CODE_PAUSED
     */
    void use(String account, Phone phone, String code);
}
