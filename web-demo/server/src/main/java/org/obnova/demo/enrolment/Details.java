// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;

/**
 * The holder's data.
 *
 * @param typed the form as it stands, half-filled or wrong: the draft
 * @param confirmed the form that the holder confirmed last; statement and certificate are made from it. Null until then
 * @param organisation of an employee or a head; it is only refreshed from the register (S7). Null of others
 */
public record Details(
        PersonForm typed,
        @Nullable PersonForm confirmed,
        @Nullable Organisation organisation) {

    Details with(PersonForm next) {
        return new Details(next, confirmed, organisation);
    }

    /** What was confirmed of another organisation counts no more: the registers are asked again, and the statement is made anew. */
    Details with(Organisation refreshed) {
        return new Details(typed, refreshed.equals(organisation) ? confirmed : null, refreshed);
    }

    Details confirm() {
        return new Details(typed, typed, organisation);
    }

    /** Whether what stands in the form is what was confirmed. */
    public boolean unchanged() {
        return typed.equals(confirmed);
    }

    /** What goes into the certificate: the confirmed data, before that the draft. */
    public PersonForm valid() {
        return confirmed == null ? typed : confirmed;
    }
}
