// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;
import org.obnova.demo.registers.Registers;

/** Registers that agree with everybody. To be replaced by the ones over HTTP as soon as the demo serves them. */
final class UnaskedRegisters implements Registers {
    private final InstantSource clock;

    UnaskedRegisters(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<RegisterAnswer> check(Person person, Optional<Organisation> organisation) {
        return Stream.of(Register.PASSPORT, Register.SNILS, Register.INN)
                .map(register -> new RegisterAnswer(register, Outcome.AGREES, clock.instant(), Map.of()))
                .toList();
    }

    @Override
    public List<RegisterAnswer> check(Person person, Ogrnip number) {
        return check(person, Optional.empty());
    }

    @Override
    public Inn innOf(PersonName name, LocalDate birthDate, IdentityDocument document) {
        throw new Problem(ProblemCode.REGISTER_SILENT, "no register is asked yet");
    }

    @Override
    public Organisation organisation(Inn inn) {
        return DemoPapers.ORGANISATION;
    }
}
