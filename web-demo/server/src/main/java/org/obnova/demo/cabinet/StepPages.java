// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.enrolment.Copying;
import org.obnova.demo.enrolment.Der;
import org.obnova.demo.enrolment.Document;
import org.obnova.demo.enrolment.Issued;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.review.Counter;
import org.obnova.demo.web.Action;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** What the page's buttons send, step by step. Each may be pressed again: the services repeat a step without harm. */
public final class StepPages implements SitePages {
    private final Applications applications;
    private final Holders holders;
    private final Counter counter;
    private final Access access;
    private final ApplicationPage page;

    public StepPages(Services services) {
        this.applications = services.applications();
        this.holders = services.holders();
        this.counter = services.staff().counter();
        this.access = new Access(services);
        this.page = new ApplicationPage(services, new Artefacts(services));
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        String path = "/applications/{id}";
        routes.get(path + "/document", this::document);
        routes.post(
                path + "/statement", step((id, visit) -> applications.receiveStatement(id, visit.der("signature"))));
        routes.post(path + "/agreement", byHolder(paid((id, visit) -> applications.agreeToIssue(id))));
        routes.post(path + "/medium", byHolder((id, visit) -> applications.chooseMedium(id, medium(visit))));
        routes.get(path + "/order", this::order);
        routes.post(
                path + "/request",
                byHolder(paid((id, visit) -> applications.receiveRequest(id, visit.der("request")))));
        routes.post(path + "/request/code", this::sendRequestCode);
        routes.post(path + "/request/confirmation", this::confirmRequest);
        routes.post(path + "/email/code", this::sendEmailCode);
        routes.post(path + "/email/confirmation", this::confirmEmail);
        routes.get(path + "/waiting", this::waiting);
        routes.post(
                path + "/receipt", byHolder((id, visit) -> applications.receiveReceipt(id, visit.der("signature"))));
        routes.post(path + "/receipt/code", this::sendReceiptCode);
        routes.post(path + "/receipt/confirmation", this::confirmReceipt);
        routes.get(path + "/installation", this::installation);
        routes.post(path + "/given-up", byHolder((id, visit) -> applications.giveUp(id)));
        routes.post(path + "/installed", byHolder((id, visit) -> applications.markInstalled(id)));
        routes.get(path + "/copying", this::copying);
        routes.post(path + "/backup", step((id, visit) -> applications.markBackedUp(id)));
    }

    /** From the consent on each step is the holder's own: the key, the receipt and the certificate are nobody else's. */
    private Action byHolder(BiConsumer<String, Visit> work) {
        return step((id, visit) -> {
            requireHolder(visit);
            work.accept(id, visit);
        });
    }

    /** No certificate before its invoice is paid (S15). */
    private BiConsumer<String, Visit> paid(BiConsumer<String, Visit> work) {
        return (id, visit) -> {
            counter.requirePaid(id);
            work.accept(id, visit);
        };
    }

    private void requireHolder(Visit visit) {
        Presence.check(visit, access.signedIn(visit), access.own(visit));
    }

    /** A step that a script sends; the answer says where the application stands then. */
    private Action step(BiConsumer<String, Visit> work) {
        return visit -> {
            String id = access.own(visit).id();
            work.accept(id, visit);
            visit.json(Map.of("state", Steps.key(access.own(visit).state())));
        };
    }

    /** The medium of storages.list that the person chose. */
    private static Medium medium(Visit visit) {
        return new Medium(
                visit.text("kind"),
                visit.optionalText("product").orElse(null),
                visit.optionalText("manner").orElse(null),
                visit.text("label"));
    }

    /** The text to sign now, exactly, with what the page API's {@code signDocument} needs besides. */
    private void document(Visit visit) {
        Application application = access.own(visit);
        Document document = switch (application.state()) {
            case STATEMENT -> applications.statement(application.id());
            case RECEIPT -> applications.receipt(application.id());
            default -> throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "nothing is to be signed now");
        };
        visit.json(Map.of(
                "kind", document.kind().wireName(),
                "title", document.title(),
                "text", document.text()));
    }

    /** What the page API's {@code createRequest} needs, but for the medium; with the request that has come already, where one has. */
    private void order(Visit visit) {
        Application application = access.own(visit);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("application", application.id());
        order.put("algorithm", application.profile().protocolName());
        order.put("subject", SubjectJson.of(subject(application)));
        application.renews().ifPresent(old -> order.put("replaces", old));
        applications.request(application.id()).ifPresent(request -> order.put("request", request.base64()));
        visit.json(order);
    }

    /** Without an address that nobody has proven: it will not stand in the certificate either. */
    private CertificateSubject subject(Application application) {
        CertificateSubject whole = application.subject();
        return applications.emailProven(application.id()) ? whole : whole.withoutEmail();
    }

    /** The holder's own step, too: who fills the application in for another could else prove a mailbox of her own. */
    private void sendEmailCode(Visit visit) {
        Application application = access.own(visit);
        try {
            requireHolder(visit);
            CodeSent sent = applications.sendEmailCode(application.id());
            String address = Objects.requireNonNullElse(application.email(), "");
            visit.session()
                    .keep(
                            ApplicationPage.EmailCode.class,
                            new ApplicationPage.EmailCode(application.id(), address, sent));
        } catch (Problem problem) {
            page.show(visit, application, problem);
            return;
        }
        visit.goTo(pathOf(application) + "#email-proof");
    }

    private void confirmEmail(Visit visit) {
        Application application = access.own(visit);
        try {
            requireHolder(visit);
            applications.confirmEmail(application.id(), visit.field("code"));
        } catch (Problem problem) {
            page.show(visit, application, problem);
            return;
        }
        visit.goTo(pathOf(application) + "#email-proof");
    }

    /** Asked again and again by the waiting page: nothing until the issue is over, then the order to reload (htmx). */
    private void waiting(Visit visit) {
        if (access.own(visit).state() == ApplicationState.ISSUING) {
            visit.nothingNew();
        } else {
            visit.reload();
        }
    }

    private void sendReceiptCode(Visit visit) {
        sendCode(visit, applications::sendReceiptCode);
    }

    private void sendRequestCode(Visit visit) {
        sendCode(visit, applications::sendRequestCode);
    }

    private void sendCode(Visit visit, Function<String, CodeSent> send) {
        Application application = access.own(visit);
        try {
            requireHolder(visit);
            CodeSent sent = send.apply(application.id());
            visit.session()
                    .keep(ApplicationPage.ReceiptCode.class, new ApplicationPage.ReceiptCode(application.id(), sent));
        } catch (Problem problem) {
            page.show(visit, application, problem);
            return;
        }
        visit.goTo(pathOf(application) + "#code");
    }

    private void confirmReceipt(Visit visit) {
        confirm(visit, applications::confirmReceiptByCode);
    }

    private void confirmRequest(Visit visit) {
        confirm(visit, applications::confirmRequestByCode);
    }

    private void confirm(Visit visit, BiConsumer<String, String> byCode) {
        Application application = access.own(visit);
        try {
            requireHolder(visit);
            byCode.accept(application.id(), visit.field("code"));
        } catch (Problem problem) {
            page.show(visit, application, problem);
            return;
        }
        visit.goTo(pathOf(application));
    }

    private void installation(Visit visit) {
        Application application = access.own(visit);
        if (application.state().before(ApplicationState.INSTALL)) {
            throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "the receipt comes first");
        }
        Issued issued = applications
                .issued(application.id())
                .orElseThrow(() -> new Problem(ProblemCode.STEP_OUT_OF_ORDER, "nothing is issued"));
        visit.json(Map.of(
                "application", application.id(),
                "certificate", issued.certificate().base64(),
                "chain", issued.chain().stream().map(Der::base64).toList(),
                "sha256", issued.entry().sha256()));
    }

    /** Asked before a copy is begun: the rule is the server's to know. */
    private void copying(Visit visit) {
        Application application = access.own(visit);
        Holder holder = holders.byId(application.holder())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "the holder is gone"));
        Copying.of(holder.kind(), application.medium()).check();
        visit.json(Map.of("application", application.id()));
    }

    private static String pathOf(Application application) {
        return "/applications/" + application.id();
    }
}
