// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.obnova.demo.identity.DocumentKind;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The registers over HTTP. An answer that makes no sense counts as silence: a person's document is then looked at by a person. */
public final class HttpRegisters implements Registers {
    private final Lines lines;
    private final InstantSource clock;

    /** Asks over those lines. */
    public HttpRegisters(Lines lines, InstantSource clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public List<RegisterAnswer> check(Person person, Optional<Organisation> organisation) {
        List<Callable<RegisterAnswer>> questions = ofPerson(person);
        organisation.ifPresent(known -> questions.add(() -> egrul(known)));
        return askAll(questions);
    }

    @Override
    public List<RegisterAnswer> check(Person person, Ogrnip number) {
        List<Callable<RegisterAnswer>> questions = ofPerson(person);
        questions.add(() -> egrip(person, number));
        return askAll(questions);
    }

    @Override
    public Inn innOf(PersonName name, LocalDate birthDate, IdentityDocument document) {
        return switch (lines.ask(Agency.FNS, "/inn", Questions.inn(name, birthDate, document))) {
            case Reply.Found found -> Extracts.inn(found.body()).orElseThrow(HttpRegisters::silent);
            case Reply.Refused none -> throw new Problem(ProblemCode.INN_NOT_FOUND, "status " + none.status());
            case Reply.Nothing nothing -> throw silent();
        };
    }

    @Override
    public Organisation organisation(Inn inn) {
        return switch (lines.ask(Agency.FNS, "/egrul", Questions.of("inn", inn.digits()))) {
            case Reply.Found found -> Extracts.organisation(found.body()).orElseThrow(HttpRegisters::silent);
            case Reply.Refused none -> throw new Problem(ProblemCode.ORGANISATION_NOT_FOUND, "status " + none.status());
            case Reply.Nothing nothing -> throw silent();
        };
    }

    private List<Callable<RegisterAnswer>> ofPerson(Person person) {
        List<Callable<RegisterAnswer>> questions = new ArrayList<>();
        if (person.document().kind() == DocumentKind.PASSPORT) {
            questions.add(
                    () -> yesOrNo(Register.PASSPORT, "/passport", "valid", Questions.passport(person.document())));
        } else {
            // No register knows the documents of other states: somebody has to look at them.
            questions.add(() -> answer(Register.PASSPORT, Outcome.SILENT));
        }
        questions.add(() -> yesOrNo(Register.SNILS, "/snils", "matches", Questions.snils(person)));
        questions.add(() -> inn(person));
        return questions;
    }

    private RegisterAnswer yesOrNo(Register register, String path, String field, JsonNode question) {
        return switch (lines.ask(register.agency(), path, question)) {
            case Reply.Found found
            when found.body().path(field).isBoolean() ->
                answer(register, found.body().path(field).booleanValue() ? Outcome.AGREES : Outcome.DISAGREES);
            case Reply.Found senseless -> answer(register, Outcome.SILENT);
            case Reply.Refused none -> answer(register, Outcome.DISAGREES);
            case Reply.Nothing nothing -> answer(register, Outcome.SILENT);
        };
    }

    private RegisterAnswer inn(Person person) {
        JsonNode question = Questions.inn(person.name(), person.birthDate(), person.document());
        return switch (lines.ask(Agency.FNS, "/inn", question)) {
            case Reply.Found found ->
                Extracts.inn(found.body())
                        .map(known -> known.equals(person.inn())
                                ? answer(Register.INN, Outcome.AGREES)
                                : disagrees(Register.INN, Map.of("inn", known.digits())))
                        .orElseGet(() -> answer(Register.INN, Outcome.SILENT));
            case Reply.Refused none -> answer(Register.INN, Outcome.DISAGREES);
            case Reply.Nothing nothing -> answer(Register.INN, Outcome.SILENT);
        };
    }

    private RegisterAnswer egrul(Organisation ours) {
        return switch (lines.ask(
                Agency.FNS, "/egrul", Questions.of("inn", ours.inn().digits()))) {
            case Reply.Found found ->
                Extracts.organisation(found.body())
                        .map(theirs -> compared(ours, theirs))
                        .orElseGet(() -> answer(Register.EGRUL, Outcome.SILENT));
            case Reply.Refused none -> answer(Register.EGRUL, Outcome.DISAGREES);
            case Reply.Nothing nothing -> answer(Register.EGRUL, Outcome.SILENT);
        };
    }

    private RegisterAnswer compared(Organisation ours, Organisation theirs) {
        Map<String, String> known = Extracts.fields(ours);
        Map<String, String> fresh = new LinkedHashMap<>(Extracts.fields(theirs));
        fresh.entrySet().removeIf(field -> field.getValue().equals(known.get(field.getKey())));
        return fresh.isEmpty() ? answer(Register.EGRUL, Outcome.AGREES) : disagrees(Register.EGRUL, fresh);
    }

    private RegisterAnswer egrip(Person person, Ogrnip number) {
        return switch (lines.ask(Agency.FNS, "/egrip", Questions.of("ogrnip", number.digits()))) {
            case Reply.Found found ->
                Extracts.inn(found.body())
                        .map(known ->
                                answer(Register.EGRIP, known.equals(person.inn()) ? Outcome.AGREES : Outcome.DISAGREES))
                        .orElseGet(() -> answer(Register.EGRIP, Outcome.SILENT));
            case Reply.Refused none -> answer(Register.EGRIP, Outcome.DISAGREES);
            case Reply.Nothing nothing -> answer(Register.EGRIP, Outcome.SILENT);
        };
    }

    /** All at once: the slowest one counts, not their sum. */
    private static List<RegisterAnswer> askAll(List<Callable<RegisterAnswer>> questions) {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<RegisterAnswer> answers = new ArrayList<>();
            for (Future<RegisterAnswer> answer : askers.invokeAll(questions)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a register's client failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent();
        }
    }

    private RegisterAnswer answer(Register register, Outcome outcome) {
        return new RegisterAnswer(register, outcome, clock.instant(), Map.of());
    }

    private RegisterAnswer disagrees(Register register, Map<String, String> fresh) {
        return new RegisterAnswer(register, Outcome.DISAGREES, clock.instant(), fresh);
    }

    private static Problem silent() {
        return new Problem(ProblemCode.REGISTER_SILENT, "no answer");
    }
}
