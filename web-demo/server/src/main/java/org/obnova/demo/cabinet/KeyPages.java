// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Copying;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.media.Medium;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** What a holder does with keys outside of a renewal: copies (S24), the archive of old ones, and reading what was encrypted to them (S25). */
public final class KeyPages implements SitePages {
    private final Services services;
    private final Access access;

    public KeyPages(Services services) {
        this.services = services;
        this.access = new Access(services);
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/keys", visit -> access.page(visit, person -> list(visit, person, "keys", row -> !row.old())));
        routes.get("/keys/{sha256}/copying", this::copying);
        routes.get(
                "/archive", visit -> access.page(visit, person -> list(visit, person, "archive", KeysView.Row::old)));
        routes.get("/decrypt", visit -> access.page(visit, person -> list(visit, person, "decrypt", row -> true)));
    }

    private void list(Visit visit, SignedIn person, String page, Predicate<KeysView.Row> shown) {
        List<KeysView.Person> people = person.holders().stream()
                .map(services.holders()::byId)
                .flatMap(Optional::stream)
                .map(holder -> new KeysView.Person(
                        holder, rows(holder).stream().filter(shown).toList()))
                .toList();
        visit.shows(page, "");
        visit.page("cabinet/" + page, visit.texts().t(page + ".title"), new KeysView(people));
    }

    private List<KeysView.Row> rows(Holder holder) {
        return services.holders().certificates(holder).stream()
                .map(held -> new KeysView.Row(held, copyingOf(holder, held)))
                .toList();
    }

    /** Asked before a copy is begun: the rule is the server's to know. */
    private void copying(Visit visit) {
        SignedIn person = access.signedIn(visit);
        Holder holder = services.holders()
                .byCertificate(visit.part("sha256"))
                .filter(owner -> person.holders().contains(owner.id()))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such certificate of this person"));
        HolderCertificate held =
                services.holders().certificate(visit.part("sha256")).orElseThrow();
        copyingOf(holder, held).check();
        visit.json(Map.of("certificate", held.issued().sha256()));
    }

    private Copying copyingOf(Holder holder, HolderCertificate held) {
        return Copying.of(holder.kind(), mediumOf(holder, held));
    }

    /** Where its key was made, as far as an application tells. */
    private @Nullable Medium mediumOf(Holder holder, HolderCertificate held) {
        return services.applications().ofHolder(holder.id()).stream()
                .filter(application -> held.issued().sha256().equals(application.certificate()))
                .map(Application::medium)
                .filter(medium -> medium != null)
                .findFirst()
                .orElse(null);
    }
}
