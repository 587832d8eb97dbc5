// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.identity.DocumentKind;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;
import org.obnova.demo.review.Requirement.Need;
import org.obnova.demo.review.Requirement.Why;

/** Which documents an application needs. */
final class Requirements {
    private static final Map<Register, UploadKind> DOCUMENT_OF = Map.of(
            Register.PASSPORT, UploadKind.PASSPORT,
            Register.SNILS, UploadKind.SNILS,
            Register.INN, UploadKind.INN,
            Register.EGRUL, UploadKind.EGRUL,
            Register.EGRIP, UploadKind.EGRIP);

    /**
     * Citizens of the Commonwealth of Independent States, ISO 3166-1: the fields of their passports are in Russian too, no translation is needed.
     */
    private static final Set<String> PASSPORT_IN_RUSSIAN = Set.of("AM", "AZ", "BY", "KG", "KZ", "MD", "TJ", "TM", "UZ");

    private Requirements() {}

    /**
     * In the order of the page.
     *
     * @param answers what the registers said of the confirmed data
     * @param courier whether the courier's visit was bought
     */
    static List<Requirement> of(Application application, List<RegisterAnswer> answers, Regime regime, boolean courier) {
        List<Requirement> wanted = new ArrayList<>();
        statement(PaperManner.of(application, regime, courier)).ifPresent(wanted::add);
        wanted.addAll(identity(application, answers));
        for (RegisterAnswer answer : answers) {
            if (answer.register() != Register.PASSPORT && answer.outcome() != Outcome.AGREES) {
                wanted.add(byRegister(answer));
            }
        }
        boolean employee = application.applicant().kind() == HolderKind.EMPLOYEE;
        if (employee && paper(application)) {
            wanted.add(new Requirement(UploadKind.PROXY_TO_RECEIVE, Need.OPTIONAL, Why.AT_THE_VISIT));
        }
        if (employee && regime.employee() == Regime.EmployeeCertificate.NATURAL_PERSON) {
            wanted.add(new Requirement(UploadKind.POWER_OF_ATTORNEY, Need.ADDITIONAL, Why.FOR_THE_ORGANISATION));
        }
        wanted.add(new Requirement(UploadKind.RIGHT_TO_SIGN, Need.ADDITIONAL, Why.CERTIFIED_COPIES));
        wanted.add(new Requirement(UploadKind.OTHER, Need.ADDITIONAL, Why.ASKED_FOR));
        return List.copyOf(wanted);
    }

    private static Optional<Requirement> statement(PaperManner manner) {
        return switch (manner) {
            case NONE, CENTRE -> Optional.empty();
            case UPLOAD -> Optional.of(new Requirement(UploadKind.STATEMENT_SCAN, Need.REQUIRED, Why.SIGNED_BY_HAND));
            case UPLOAD_OR_CENTRE ->
                Optional.of(new Requirement(UploadKind.STATEMENT_SCAN, Need.OPTIONAL, Why.TAKEN_BY_OTHERS));
        };
    }

    /** With paper the operator compares name and number with the passport; else only a register's doubt asks for it. */
    private static List<Requirement> identity(Application application, List<RegisterAnswer> answers) {
        List<Requirement> wanted = new ArrayList<>();
        Optional<RegisterAnswer> doubt = answers.stream()
                .filter(answer -> answer.register() == Register.PASSPORT && answer.outcome() != Outcome.AGREES)
                .findFirst();
        PersonForm confirmed = confirmed(application);
        boolean foreign =
                confirmed != null && confirmed.get("documentKind").equals(DocumentKind.FOREIGN_PASSPORT.wireName());
        if (doubt.isPresent()) {
            wanted.add(byRegister(doubt.get()));
        } else if (paper(application) || foreign) {
            wanted.add(new Requirement(UploadKind.PASSPORT, Need.REQUIRED, Why.COMPARED));
        }
        if (confirmed != null && foreign && !PASSPORT_IN_RUSSIAN.contains(confirmed.get("citizenship"))) {
            wanted.add(new Requirement(UploadKind.TRANSLATION, Need.REQUIRED, Why.FOREIGN));
        }
        return wanted;
    }

    private static Requirement byRegister(RegisterAnswer answer) {
        UploadKind kind = DOCUMENT_OF.get(answer.register());
        if (kind == null) {
            throw new IllegalStateException("no document of " + answer.register());
        }
        return new Requirement(
                kind, Need.REQUIRED, answer.outcome() == Outcome.SILENT ? Why.REGISTER_SILENT : Why.REGISTER_DISAGREES);
    }

    private static boolean paper(Application application) {
        return application.progress().route() == Route.PAPER;
    }

    private static @Nullable PersonForm confirmed(Application application) {
        return application.details().confirmed();
    }
}
