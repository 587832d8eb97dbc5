// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.util.Optional;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;

/** What the CA knows of its holders beyond their certificates: a renewal begins with it. */
public interface PersonalData {
    /** The holder's form as it was confirmed last, or as the service centre wrote it down. */
    Optional<PersonForm> personOf(String holder);

    /** The organisation for which the holder works; none for a person for himself. */
    Optional<Organisation> organisationOf(String holder);

    /** Keeps what a holder confirmed, once a certificate says the same. */
    void keep(String holder, PersonForm person);
}
