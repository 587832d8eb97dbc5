// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

/**
 * What the CA tells people. A message that is given here within a transaction goes out if and only if that is committed; how it goes is the
 * settings' affair: into the visible demo inbox, or through a gateway.
 */
public interface Notices {
    /** An SMS. */
    void sms(Phone to, String text);

    /** An e-mail of plain text. */
    void email(String to, String subject, String text);

    /**
     * A call that nobody needs to answer: what matters is the caller's number.
     *
     * @param from the caller's number, whose last four digits are the code
     */
    void call(Phone to, Phone from, String text);
}
