// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.util.List;
import java.util.Optional;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Phone;

/** The accounts of the cabinet. Who has proven what (a code, a signature) is the caller's to check, but for passwords. */
public interface Accounts {
    /**
     * The account of a phone that was proven by a code; made at the first login.
     *
     * @throws org.obnova.demo.problem.Problem CODE_WRONG where nobody knows the phone
     */
    Account byPhone(Phone phone);

    /** The account of a holder who signed the login; made at the first login, without phones. */
    Account byHolder(Holder holder);

    /**
     * The account of an e-mail and its password.
     *
     * @throws org.obnova.demo.problem.Problem LOGIN_REFUSED, alike for an unknown e-mail and a wrong password; LOGIN_PAUSED from the fifth wrong
     *     one on for ten minutes, whatever is entered
     */
    Account byPassword(String email, String password);

    /** The account as it is now. */
    Optional<Account> find(String id);

    /** For whom the account may act: its own holder first. */
    List<Holder> served(Account account);

    /** Whether a login by that phone would lead anywhere: only then a message goes out. */
    boolean knows(Phone phone);

    /**
     * Sends a code to a phone that is to be added, as at the login: a call first.
     *
     * @throws org.obnova.demo.problem.Problem CODE_TOO_SOON, CODE_PAUSED, CODES_SPENT
     */
    CodeSent provePhone(Account account, Phone phone);

    /**
     * Adds a phone by its code: all certificates bound to it are listed from now on.
     *
     * @throws org.obnova.demo.problem.Problem CODE_WRONG, CODE_PAUSED, PHONE_TAKEN where it is in the profile of another holder
     */
    Account addPhone(Account account, Phone phone, String code);

    /**
     * Removes a phone, and ends the account's other sessions.
     *
     * @throws org.obnova.demo.problem.Problem LAST_PHONE where nothing else would lead in
     */
    Account removePhone(Account account, Phone phone);

    /**
     * Sets or changes e-mail and password, and ends the account's other sessions.
     *
     * @param current the present password; ignored where there is none
     * @throws org.obnova.demo.problem.Problem LOGIN_REFUSED, LOGIN_PAUSED for a wrong present one; PASSWORD_WEAK, LOGIN_TAKEN, FIELD_INVALID
     *     (email)
     */
    Account changePassword(Account account, String current, String email, String fresh);
}
