// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;
import org.obnova.demo.registers.Registers;

/** Registers that agree with everybody, until a test tells one to do otherwise. */
public final class PreparedRegisters implements Registers {
    private final Map<Register, Outcome> outcomes = new EnumMap<>(Register.class);
    private Organisation organisation = DemoPapers.ORGANISATION;

    /** From now on that register answers so. */
    public void answer(Register register, Outcome outcome) {
        outcomes.put(register, outcome);
    }

    /** From now on ЕГРЮЛ has that organisation. */
    public void know(Organisation changed) {
        organisation = changed;
    }

    @Override
    public List<RegisterAnswer> check(Person person, Optional<Organisation> of) {
        List<Register> asked = new ArrayList<>(List.of(Register.PASSPORT, Register.SNILS, Register.INN));
        of.ifPresent(some -> asked.add(Register.EGRUL));
        return answers(asked);
    }

    @Override
    public List<RegisterAnswer> check(Person person, Ogrnip number) {
        return answers(List.of(Register.PASSPORT, Register.SNILS, Register.INN, Register.EGRIP));
    }

    private List<RegisterAnswer> answers(List<Register> asked) {
        return asked.stream()
                .map(register -> new RegisterAnswer(
                        register, outcomes.getOrDefault(register, Outcome.AGREES), Office.NOW, Map.of()))
                .toList();
    }

    @Override
    public Inn innOf(PersonName name, LocalDate birthDate, IdentityDocument document) {
        return new Inn("770000000540");
    }

    @Override
    public Organisation organisation(Inn inn) {
        return organisation;
    }
}
