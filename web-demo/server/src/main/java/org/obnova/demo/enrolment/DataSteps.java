// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.enrolment.Document.Kind;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;
import org.obnova.demo.registers.Registers;

/** INTRODUCTION and DATA: a draft, and what comes of it once it is confirmed. */
final class DataSteps {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Papers papers;
    private final TestAuthority authority;
    private final Registers registers;
    private final Way way;
    private final InstantSource clock;

    DataSteps(Papers papers, TestAuthority authority, Registers registers, Way way, InstantSource clock) {
        this.papers = papers;
        this.authority = authority;
        this.registers = registers;
        this.way = way;
        this.clock = clock;
    }

    Application begin(String id) {
        return papers.applications()
                .step(
                        id,
                        application -> application.state() == ApplicationState.INTRODUCTION
                                ? application.on(ApplicationState.DATA, clock.instant())
                                : application);
    }

    Application saveDraft(String id, PersonForm form) {
        return papers.applications().step(id, application -> {
            if (form.equals(application.details().typed())) {
                return application;
            }
            EnrolmentDesk.require(application.state() == ApplicationState.DATA, "the data are not to be filled in now");
            return application.typed(form, clock.instant());
        });
    }

    Organisation refreshOrganisation(String id) {
        Application application = known(id);
        EnrolmentDesk.require(application.state() == ApplicationState.DATA, "the data are not to be filled in now");
        Organisation before = Optional.ofNullable(application.details().organisation())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no organisation in this application"));
        Organisation fresh = registers.organisation(before.inn());
        papers.applications().step(id, now -> {
            EnrolmentDesk.require(now.state() == ApplicationState.DATA, "the data are confirmed meanwhile");
            return now.with(now.details().with(fresh), clock.instant());
        });
        return before;
    }

    Application confirm(String id) {
        Application before = known(id);
        if (before.state() != ApplicationState.DATA) {
            return before;
        }
        requireOrganisation(before);
        if (before.details().unchanged()
                && ApplicationState.DATA.before(before.progress().furthest())) {
            return papers.applications().step(id, this::forward);
        }
        Person person = person(before);
        CertificateSubject subject = Subjects.of(before.details().typed());
        // Registers may take seconds: they are asked before the transaction, which holds up everybody.
        List<RegisterAnswer> answers = ask(before, person);
        boolean agree = answers.stream().allMatch(answer -> answer.outcome() == Outcome.AGREES);
        Route route = way.route(before, subject);
        return papers.applications().step(id, application -> {
            EnrolmentDesk.require(
                    application.state() == ApplicationState.DATA
                            && application.details().equals(before.details()),
                    "the data have changed meanwhile");
            return confirmed(application, answers, agree, route);
        });
    }

    /** A head's certificate stands for the organisation: without one it would be a natural person's, after all the papers and the visit. */
    private static void requireOrganisation(Application application) {
        if (application.applicant().kind() == HolderKind.HEAD
                && application.details().organisation() == null) {
            throw new Problem(ProblemCode.ORGANISATION_NOT_FOUND, "a head of no known organisation");
        }
    }

    /** As far as it was, where nothing was changed. */
    Application forward(Application application) {
        EnrolmentDesk.require(
                application.state().mayGoBack()
                        && application.state().before(application.progress().furthest())
                        && application.details().unchanged(),
                "there is nothing to go forward to");
        return application.on(application.progress().furthest(), clock.instant());
    }

    private Application confirmed(Application application, List<RegisterAnswer> answers, boolean agree, Route route) {
        Instant now = clock.instant();
        Application after = application.with(application.details().confirm(), now);
        ApplicationState next = way.course(
                        after.with(after.progress().confirmed(route, agree, ApplicationState.DATA, now)))
                .after(ApplicationState.DATA);
        papers.answers().replace(application.id(), answers);
        papers.documents().forget(application.id(), Kind.STATEMENT);
        Optional<IssuedCertificate> old = application.renews().flatMap(authority.register()::find);
        papers.documents().insert(application.id(), DocumentTexts.statement(after, way.bearer(after), old, now));
        return after.with(after.progress().confirmed(route, agree, next, now));
    }

    private List<RegisterAnswer> ask(Application application, Person person) {
        HolderKind kind = application.applicant().kind();
        if (kind == HolderKind.SOLE_PROPRIETOR) {
            return registers.check(
                    person, Ogrnip.parse(application.details().typed().get("ogrnip")));
        }
        Organisation organisation = application.details().organisation();
        List<RegisterAnswer> answers = new ArrayList<>(registers.check(person, Optional.ofNullable(organisation)));
        if (organisation == null && kind != HolderKind.NATURAL_PERSON) {
            // Who stands for an organisation of which nothing is known cannot be confirmed by a register.
            answers.add(new RegisterAnswer(Register.EGRUL, Outcome.SILENT, clock.instant(), Map.of()));
        }
        if (kind == HolderKind.HEAD
                && organisation != null
                && !organisation.head().equals(person.name())) {
            answers.replaceAll(DataSteps::headedByAnother);
        }
        return List.copyOf(answers);
    }

    /** ЕГРЮЛ has the organisation as we do, with another at its head: it does not confirm who asks for the certificate. */
    private static RegisterAnswer headedByAnother(RegisterAnswer answer) {
        return answer.register() == Register.EGRUL && answer.outcome() == Outcome.AGREES
                ? new RegisterAnswer(answer.register(), Outcome.DISAGREES, answer.at(), answer.fresh())
                : answer;
    }

    private Person person(Application application) {
        PersonForm.Reading reading = application
                .details()
                .typed()
                .read(
                        LocalDate.ofInstant(clock.instant(), MOSCOW),
                        application.applicant().kind().mustSay());
        return reading.whole()
                .orElseThrow(() -> Problem.field(
                        reading.errors().keys().keySet().iterator().next(), "the draft is not complete"));
    }

    private Application known(String id) {
        return papers.applications()
                .find(id)
                .filter(application -> !application.purpose().readOnly())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application"));
    }
}
