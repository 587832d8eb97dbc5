// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonName;

/** The state registers. Each call takes as long as the patience allows at most, however many registers are silent. */
public interface Registers {
    /**
     * Asks every register that concerns somebody, all at once: the passport of a citizen of Russia, SNILS, INN, and of an
     * organisation ЕГРЮЛ.
     *
     * @return one answer for each, in the order of {@link Register}; never throws for a register that is silent
     */
    List<RegisterAnswer> check(Person person, Optional<Organisation> organisation);

    /** As {@link #check(Person, Optional)} for a sole proprietor: ЕГРИП instead of ЕГРЮЛ. */
    List<RegisterAnswer> check(Person person, Ogrnip number);

    /**
     * The INN by name, birth date and document («Загрузить из базы ФНС»).
     *
     * @throws org.obnova.demo.problem.Problem REGISTER_SILENT, INN_NOT_FOUND
     */
    Inn innOf(PersonName name, LocalDate birthDate, IdentityDocument document);

    /**
     * An organisation as ЕГРЮЛ has it now («Обновить по данным ФНС»).
     *
     * @throws org.obnova.demo.problem.Problem REGISTER_SILENT, ORGANISATION_NOT_FOUND
     */
    Organisation organisation(Inn inn);
}
