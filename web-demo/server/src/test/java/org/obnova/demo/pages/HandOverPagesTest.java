// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.accounts.HandOver;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.web.Site;

/** Anna acts for the declarant, too: what she may do alone, and what wants the declarant. */
class HandOverPagesTest {
    private PreparedSites demo;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        demo = new PreparedSites();
        anna = new Person(demo.sites, Site.CABINET).loggedIn("+7 900 000-00-01");
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    private String ofDeclarant(ApplicationState state) {
        return demo.applications.in(state, PreparedPeople.DECLARANT, PreparedPeople.OF_DECLARANT);
    }

    private String page(String id) throws Exception {
        return anna.open("/applications/" + id).body();
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"STATEMENT", "REQUEST", "RECEIPT", "INSTALL"})
    void page_asksForTheHolder_whereConsentOrPinIsDue(ApplicationState state) throws Exception {
        assertThat(page(ofDeclarant(state)))
                .contains("data-testid=\"hand-over\"")
                .contains("Дальше нужен владелец: Соловьёва Фёкла Игоревна");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"DATA", "ISSUING", "DONE"})
    void page_asksForNobody_whereAnAccountantMayActAlone(ApplicationState state) throws Exception {
        assertThat(page(ofDeclarant(state))).doesNotContain("data-testid=\"hand-over\"");
    }

    @Test
    void holder_isAskedForNothing() throws Exception {
        String own = demo.applications.in(ApplicationState.REQUEST, PreparedPeople.ANNA, PreparedPeople.DUE);

        assertThat(page(own)).doesNotContain("data-testid=\"hand-over\"", "data-testid=\"holder-is-here\"");
        assertThat(anna.post("/applications/" + own + "/agreement", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void consent_isNotGivenForSomebodyElse_untilTheHolderTakesOver() throws Exception {
        String id = ofDeclarant(ApplicationState.REQUEST);
        String agreement = "/applications/" + id + "/agreement";
        assertThat(anna.post(agreement, "{}").body()).contains("\"name\":\"holder_needed\"");
        assertThat(demo.applications.find(id).orElseThrow().agreed()).isNull();

        anna.submit("/applications/" + id + "/holder-here", Map.of());

        assertThat(page(id)).contains("data-testid=\"holder-is-here\"").doesNotContain("data-testid=\"hand-over\"");
        assertThat(anna.post(agreement, "{}").statusCode()).isEqualTo(200);
        assertThat(demo.handOvers.of(id)).map(HandOver::manner).contains(HandOver.Manner.HERE);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST, medium",
        "REQUEST, request",
        "REQUEST, given-up",
        "REQUEST, email/code",
        "REQUEST, email/confirmation",
        "CONFIRMATION, request/code",
        "CONFIRMATION, request/confirmation",
        "RECEIPT, receipt",
        "RECEIPT, receipt/code",
        "RECEIPT, receipt/confirmation",
        "RECEIPT, given-up",
        "INSTALL, given-up",
        "INSTALL, installed"
    })
    void everyStepFromTheConsentOn_isTheHoldersAlone(ApplicationState state, String step) throws Exception {
        String id = ofDeclarant(state);
        String body = "{\"signature\":\"AA==\",\"request\":\"AA==\",\"kind\":\"computer\",\"label\":\"x\"}";

        assertThat(anna.post("/applications/" + id + "/" + step, body).body()).contains("holder_needed");
        assertThat(demo.applications.find(id).orElseThrow().state()).isEqualTo(state);
    }

    @Test
    void takingOver_isOfOneApplicationAndOneSession() throws Exception {
        String id = ofDeclarant(ApplicationState.REQUEST);
        anna.submit("/applications/" + id + "/holder-here", Map.of());
        Person elsewhere = new Person(demo.sites, Site.CABINET).loggedIn("+7 900 000-00-01");

        assertThat(elsewhere.post("/applications/" + id + "/agreement", "{}").body())
                .contains("holder_needed");
    }

    @Test
    void takingOver_endsWithTheNextLogin_inTheSameBrowser() throws Exception {
        String id = ofDeclarant(ApplicationState.REQUEST);
        anna.submit("/applications/" + id + "/holder-here", Map.of());

        anna.loggedIn("+7 900 000-00-01");

        assertThat(anna.post("/applications/" + id + "/agreement", "{}").body()).contains("holder_needed");
    }

    @Test
    void sentApplication_waitsForOthers_andSaysWhenItWasSent() throws Exception {
        String id = ofDeclarant(ApplicationState.REQUEST);
        assertThat(anna.open("/").body()).doesNotContain("data-testid=\"waits-for-others\"");

        anna.submit("/applications/" + id + "/sent-to-holder", Map.of());

        assertThat(page(id)).contains("data-testid=\"handed-over\"").contains("+7 900 ***-**-01");
        assertThat(anna.open("/").body()).contains("data-testid=\"waits-for-others\"");
        assertThat(anna.post("/applications/" + id + "/agreement", "{}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void application_ofSomebodyElse_isHandedOverByNobody() throws Exception {
        String id = ofDeclarant(ApplicationState.REQUEST);
        Person other = new Person(demo.sites, Site.CABINET).loggedIn("+7 900 000-00-02");
        for (String path : new String[] {"/holder-here", "/sent-to-holder"}) {
            assertThat(other.submit("/applications/" + id + path, Map.of()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(demo.handOvers.of(id)).isEmpty();
    }

    @Test
    void list_saysWhatWaits_theMostUrgentFirst() throws Exception {
        String page = anna.open("/").body();
        String waiting = page.substring(page.indexOf("data-testid=\"waiting\""), page.indexOf("</section>"));

        assertThat(waiting)
                .containsSubsequence(
                        "/renewals/new?certificate=" + PreparedPeople.EXPIRED,
                        "/renewals/new?certificate=" + PreparedPeople.OF_DECLARANT,
                        "/renewals/new?certificate=" + PreparedPeople.DUE,
                        "/renewals/new?certificate=" + PreparedPeople.MARKED)
                .doesNotContain(PreparedPeople.FRESH, PreparedPeople.REVOKED);
    }
}
