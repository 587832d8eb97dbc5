// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.function.BiConsumer;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.review.Counter;
import org.obnova.demo.review.Couriers;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.Action;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** Invoices, tokens (S15) and couriers (S13) of an application. After each act the application is shown again, at the same place. */
final class CounterPages {
    private final Counter counter;
    private final Couriers couriers;
    private final Cases cases;
    private final CasePages page;

    CounterPages(Services services) {
        this.counter = services.staff().counter();
        this.couriers = services.casework().couriers();
        this.cases = new Cases(services);
        this.page = new CasePages(services);
    }

    void register(Routes routes) {
        String path = "/applications/{id}";
        routes.post(path + "/billed", act(Duty.KEEP_INVOICES, (visit, actor) -> counter.bill(id(visit), actor)));
        routes.post(path + "/paid", act(Duty.KEEP_INVOICES, (visit, actor) -> counter.paid(id(visit), actor)));
        routes.post(
                path + "/token-bought",
                act(Duty.KEEP_INVOICES, (visit, actor) -> counter.tokenBought(id(visit), actor)));
        routes.post(
                path + "/courier-bought", act(Duty.KEEP_INVOICES, (visit, actor) -> couriers.bought(id(visit), actor)));
        routes.post(
                path + "/courier-leaves", act(Duty.SEND_COURIER, (visit, actor) -> couriers.leaves(id(visit), actor)));
        routes.post(
                path + "/courier-missed", act(Duty.SEND_COURIER, (visit, actor) -> couriers.missed(id(visit), actor)));
        routes.post(
                path + "/handed-out",
                act(Duty.HAND_OUT_TOKEN, (visit, actor) -> counter.handOut(id(visit), visit.field("serial"), actor)));
    }

    private Action act(Duty duty, BiConsumer<Visit, Actor> work) {
        return Gate.act(duty, (visit, colleague) -> {
            Application application = cases.of(visit, colleague);
            try {
                work.accept(visit, Gate.actor(colleague));
            } catch (Problem problem) {
                page.show(visit, colleague, application, problem);
                return;
            }
            visit.goTo("/applications/" + application.id() + "#counter");
        });
    }

    private static String id(Visit visit) {
        return visit.part("id");
    }
}
