// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.accounts.HandOver;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.Action;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** Hands an application over to its holder: at this computer, or by a message (S2). */
public final class HandOverPages implements SitePages {
    private final Services services;
    private final Access access;

    public HandOverPages(Services services) {
        this.services = services;
        this.access = new Access(services);
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/applications/{id}/holder-here", handing((visit, application) -> {
            services.handOvers().here(application.id());
            Presence.takeOver(visit, application);
        }));
        routes.post(
                "/applications/{id}/sent-to-holder",
                handing((visit, application) ->
                        services.handOvers().send(application.id(), holder(services, application))));
    }

    private Action handing(BiConsumer<Visit, Application> work) {
        return visit -> {
            Application application = access.own(visit);
            work.accept(visit, application);
            visit.goTo("/applications/" + application.id());
        };
    }

    /** What the page of an application says of its holder; nothing to the holder, and nothing where nobody need be there in person. */
    static @Nullable HandOverView view(Services services, Visit visit, SignedIn person, Application application) {
        if (person.account().isHolder(application.holder()) || !Presence.isNeeded(application)) {
            return null;
        }
        Holder holder = holder(services, application);
        return new HandOverView(
                holder.subject().commonName(),
                holder.phone().masked(),
                Presence.isHere(visit, person, application),
                services.handOvers()
                        .of(application.id())
                        .filter(handOver -> handOver.manner() == HandOver.Manner.SENT)
                        .orElse(null));
    }

    private static Holder holder(Services services, Application application) {
        return services.holders()
                .byId(application.holder())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "the holder is gone"));
    }
}
