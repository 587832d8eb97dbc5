// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.demo.agencies.Mood;
import org.obnova.demo.registers.Agency;
import org.obnova.demo.web.Site;

class SwitchPageTest {
    private PreparedSites demo;

    @BeforeEach
    void start() throws Exception {
        demo = new PreparedSites();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void form_switchesEachAgencyByItself() throws Exception {
        Person somebody = new Person(demo.sites, Site.CABINET);
        assertThat(somebody.open("/registers").body())
                .contains("data-testid=\"agency-fns\"")
                .contains("data-registered=\"7\" data-waiting=\"2\"");

        somebody.submit("/registers", Map.of("fns", "down", "sfr", "slow", "passports", "right", "esia", "disagree"));

        assertThat(demo.agencies.mood(Agency.FNS)).isEqualTo(Mood.DOWN);
        assertThat(demo.agencies.mood(Agency.SFR)).isEqualTo(Mood.SLOW);
        assertThat(demo.agencies.mood(Agency.PASSPORTS)).isEqualTo(Mood.RIGHT);
        assertThat(demo.agencies.mood(Agency.ESIA)).isEqualTo(Mood.DISAGREE);
        assertThat(somebody.open("/registers").body()).containsPattern("value=\"down\" selected");
    }

    @Test
    void unknownAnswer_changesNothing() throws Exception {
        Person somebody = new Person(demo.sites, Site.CABINET);
        somebody.open("/registers");
        Map<String, String> form = Map.of("fns", "down", "sfr", "angry", "passports", "right", "esia", "right");
        assertThat(somebody.submit("/registers", form).statusCode()).isEqualTo(422);
        assertThat(demo.agencies.mood(Agency.FNS)).isEqualTo(Mood.RIGHT);
    }

    @Test
    void formOfAnotherSite_isRefused() throws Exception {
        Person somebody = new Person(demo.sites, Site.CABINET);
        somebody.open("/registers");
        Map<String, String> form = Map.of("_token", "guessed", "fns", "down");
        assertThat(somebody.submit("/registers", form).statusCode()).isEqualTo(403);
    }
}
