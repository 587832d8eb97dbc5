// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.revocation.CertificateActs;
import org.obnova.demo.revocation.RevocationReason;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.Action;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** One certificate: how it stands, and how that is changed. */
final class CertificatePages {
    private final Services services;
    private final CertificateActs acts;
    private final Cases cases;

    CertificatePages(Services services) {
        this.services = services;
        this.acts = services.staff().certificates();
        this.cases = new Cases(services);
    }

    void register(Routes routes) {
        String path = "/certificates/{sha256}";
        routes.get(path, Gate.page(Duty.READ_PEOPLE, (visit, colleague) -> show(visit, colleague, null)));
        routes.post(
                path + "/revoke", act(Duty.REVOKE, (visit, actor) -> acts.revoke(sha256(visit), reason(visit), actor)));
        routes.post(path + "/suspend", act(Duty.SUSPEND, (visit, actor) -> acts.suspend(sha256(visit), actor)));
        routes.post(path + "/resume", act(Duty.RESUME, (visit, actor) -> acts.resume(sha256(visit), actor)));
        routes.post(
                path + "/replace",
                act(Duty.ORDER_REPLACEMENT, (visit, actor) -> acts.orderReplacement(sha256(visit), actor)));
    }

    private Action act(Duty duty, BiConsumer<Visit, Actor> work) {
        return Gate.act(duty, (visit, colleague) -> {
            HolderCertificate certificate = certificate(visit, colleague);
            try {
                work.accept(visit, Gate.actor(colleague));
            } catch (Problem problem) {
                show(visit, colleague, problem);
                return;
            }
            visit.goTo("/certificates/" + certificate.issued().sha256() + "#standing");
        });
    }

    private void show(Visit visit, Colleague colleague, @Nullable Problem problem) {
        HolderCertificate certificate = certificate(visit, colleague);
        Holder holder = services.holders()
                .byId(certificate.issued().holder())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "the holder is gone"));
        CertificateActs.State state = acts.state(certificate.issued().sha256());
        visit.shows("certificate", state.name().toLowerCase(Locale.ROOT));
        visit.page(
                "operator/certificate",
                visit.texts().t("operator.certificate"),
                new CertificateView(
                        colleague, holder, certificate, state, problem == null ? null : visit.explain(problem)));
    }

    private HolderCertificate certificate(Visit visit, Colleague colleague) {
        return services.holders()
                .certificate(sha256(visit))
                .filter(found -> colleague.sees(cases.employer(found.issued().holder())))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such certificate is to be seen"));
    }

    private static RevocationReason reason(Visit visit) {
        return Arrays.stream(RevocationReason.values())
                .filter(one -> one.name().equals(visit.field("reason")))
                .findFirst()
                .orElseThrow(() -> Problem.field("reason", "no such reason"));
    }

    private static String sha256(Visit visit) {
        return visit.part("sha256");
    }
}
