// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.switches;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.obnova.demo.agencies.Mood;
import org.obnova.demo.agencies.Switchboard;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.registers.Agency;
import org.obnova.demo.registers.EsiaStanding;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** {@code /registers}: how each agency answers from now on, and how far ESIA is. For the demo only, like the inbox: whoever opens it may switch. */
public final class SwitchPages implements SitePages {
    private final Switchboard agencies;
    private final EsiaStanding esia;

    public SwitchPages(Services services) {
        this.agencies = services.agencies();
        this.esia = services.esia();
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/registers", this::show);
        routes.post("/registers", this::change);
    }

    private void show(Visit visit) {
        Map<Agency, Mood> moods = new EnumMap<>(Agency.class);
        for (Agency agency : Agency.values()) {
            moods.put(agency, agencies.mood(agency));
        }
        visit.shows("registers", "");
        visit.page(
                "switches/registers",
                visit.texts().t("registers.title"),
                new SwitchView(moods, esia.registered(), esia.waiting()));
    }

    /** All or none: a form with an unknown answer changes nothing. */
    private void change(Visit visit) {
        Map<Agency, Mood> wanted = new EnumMap<>(Agency.class);
        for (Agency agency : Agency.values()) {
            String sent = visit.field(agency.wireName());
            wanted.put(
                    agency,
                    Arrays.stream(Mood.values())
                            .filter(mood -> mood.wireName().equals(sent))
                            .findFirst()
                            .orElseThrow(() -> Problem.field(agency.wireName(), "no such answer")));
        }
        wanted.forEach(agencies::become);
        visit.goTo("/registers");
    }
}
