// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.enrolment.Copying;
import org.obnova.demo.enrolment.Document;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** Shows the step for which an application waits. */
final class ApplicationPage {
    private final Services services;
    private final Artefacts artefacts;
    private final DataViews data;
    private final Access access;
    private final CaseViews cases;

    ApplicationPage(Services services, Artefacts artefacts) {
        this.services = services;
        this.artefacts = artefacts;
        this.data = new DataViews(services);
        this.access = new Access(services);
        this.cases = new CaseViews(services);
    }

    /** A receipt's code that was sent for an application. */
    record ReceiptCode(String application, CodeSent sent) {}

    /** A code that went to an application's e-mail address. */
    record EmailCode(String application, String address, CodeSent sent) {}

    /** The step for which it waits; those of documents, service centre and operator have pages of their own. */
    void show(Visit visit, Application application, @Nullable Problem problem) {
        if (application.purpose().readOnly()) {
            // The list says all that there is to see.
            visit.goTo("/");
            return;
        }
        switch (application.state()) {
            case DOCUMENTS, CENTRE, REVIEW, VISIT ->
                visit.goTo("/applications/" + application.id() + "/" + Steps.key(application.state()));
            case STATEMENT -> {
                if (application.progress().route() == Route.PAPER) {
                    visit.goTo("/applications/" + application.id() + "/paper");
                } else {
                    show(visit, application, problem, null);
                }
            }
            case DATA -> show(visit, application, problem, data.of(visit, application));
            default -> show(visit, application, problem, null);
        }
    }

    /** As {@link #show(Visit, Application, Problem)}, for a form that is not as it must be. */
    void show(Visit visit, Application application, @Nullable Problem problem, @Nullable DataView data) {
        show(visit, application, problem, data, documents(visit, application, null, null));
    }

    /** The statement that is to be signed again, with the reason beside the document that was sent. */
    void refused(Visit visit, Application application, Problem problem, UploadKind kind) {
        show(visit, application, null, null, documents(visit, application, problem, kind));
    }

    /** «Проверьте и загрузите документы»: the statement is one of them, but where the regime has it come before. */
    private @Nullable CaseView documents(
            Visit visit, Application application, @Nullable Problem problem, @Nullable UploadKind kind) {
        boolean together = application.state() == ApplicationState.STATEMENT
                && services.regime().statementStage() == Regime.StatementStage.WITH_DOCUMENTS;
        return together ? cases.of(visit, application, problem, kind) : null;
    }

    private void show(
            Visit visit,
            Application application,
            @Nullable Problem problem,
            @Nullable DataView data,
            @Nullable CaseView documents) {
        Applications applications = services.applications();
        HolderCertificate old =
                application.renews().flatMap(services.holders()::certificate).orElse(null);
        ApplicationView view = new ApplicationView(
                application,
                old,
                Trail.at(application.state(), applications.course(application)),
                document(application),
                signers(application),
                applications.issued(application.id()).orElse(null),
                code(visit, application),
                MediaAdvice.of(application, services.media(), visit.texts().language()),
                Optional.ofNullable(application.certificate())
                        .flatMap(services.esia()::find)
                        .orElse(null),
                Copying.of(holder(application).kind(), application.medium()),
                problem == null ? null : visit.explain(problem),
                artefacts.available(application),
                data,
                HandOverPages.view(services, visit, access.signedIn(visit), application),
                CounterView.of(application, services.staff().counter()),
                documents,
                address(visit, application),
                services.regime());
        visit.shows(view.step(), application.backedUp() ? "backed-up" : "open");
        visit.page("cabinet/application", visit.texts().t(view.titleKey()), view);
    }

    private @Nullable Document document(Application application) {
        return switch (application.state()) {
            case STATEMENT -> services.applications().statement(application.id());
            case RECEIPT -> services.applications().receipt(application.id());
            default -> null;
        };
    }

    /** Valid certificates of the holder: the one that is renewed first, the new one never, for its key is not installed yet. */
    private List<HolderCertificate> signers(Application application) {
        Instant now = services.clock().instant();
        return services.holders().certificates(holder(application)).stream()
                .filter(held -> held.issued().revoked() == null && held.issued().validAt(now))
                .filter(held -> !held.issued().sha256().equals(application.certificate()))
                .sorted(Comparator.comparing(held ->
                        !held.issued().sha256().equals(application.purpose().replaces())))
                .toList();
    }

    private Holder holder(Application application) {
        return services.holders()
                .byId(application.holder())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "the holder is gone"));
    }

    private AddressView address(Visit visit, Application application) {
        return new AddressView(
                services.applications().emailProven(application.id()),
                visit.session()
                        .find(EmailCode.class)
                        .filter(code -> code.application().equals(application.id())
                                && code.address().equals(application.email()))
                        .map(code -> new CodeView(code.address(), code.sent(), secondsToRepeat(code.sent()), null))
                        .orElse(null));
    }

    private @Nullable CodeView code(Visit visit, Application application) {
        if (application.state() != ApplicationState.RECEIPT && application.state() != ApplicationState.CONFIRMATION) {
            return null;
        }
        return visit.session()
                .find(ReceiptCode.class)
                .filter(code -> code.application().equals(application.id()))
                .map(code ->
                        new CodeView(application.phone().display(), code.sent(), secondsToRepeat(code.sent()), null))
                .orElse(null);
    }

    private long secondsToRepeat(CodeSent sent) {
        return Math.max(
                0,
                Duration.between(services.clock().instant(), sent.repeatAfter()).toSeconds());
    }
}
