// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

/** How the holder gives the statement (S10). */
public enum Route {
    /** Signed with a valid certificate of the same name, SNILS and INN: nothing to print. */
    SIGNATURE,
    /** Printed, signed by hand, and shown with the originals. */
    PAPER
}
