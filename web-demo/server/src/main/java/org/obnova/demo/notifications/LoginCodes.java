// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

/** One-time codes for the login by phone (S2). */
public interface LoginCodes {
    /**
     * Sends a code: the first by a call (or, where the regime says so, by SMS), whose number's last four digits are the code; all others until a right one is entered by SMS. An
     * unknown phone gets the same answer and no message.
     *
     * @throws org.obnova.demo.problem.Problem CODE_TOO_SOON within two minutes, CODE_PAUSED after five wrong tries for ten
     *     minutes, CODES_SPENT after five codes that nobody entered for an hour
     */
    CodeSent send(Phone phone);

    /**
     * Uses the code up.
     *
     * @throws org.obnova.demo.problem.Problem CODE_WRONG (wrong, used, or older than ten minutes), CODE_PAUSED from the fifth wrong
     *     try on for ten minutes, whatever is entered
     */
    void use(Phone phone, String code);
}
