// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.media.Medium;
import org.obnova.demo.web.Site;

/** The choice of a medium as it reaches the server, whatever the page did before (S17, S28). */
class MediumOverHttpTest {
    private static final String ANNA = "+7 900 000-00-01";
    private static final String OTHER = "+7 900 000-00-02";
    private static final String REQUEST =
            "{\"request\":\"" + Base64.getEncoder().encodeToString(PreparedApplications.GOOD) + "\"}";

    private PreparedSites demo;

    @BeforeEach
    void start() throws Exception {
        demo = new PreparedSites();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    private Person visitor(String phone) throws Exception {
        return new Person(demo.sites, Site.CABINET).loggedIn(phone);
    }

    private String general() {
        return demo.applications.in(ApplicationState.REQUEST, PreparedPeople.ANNA, PreparedPeople.DUE);
    }

    private String forCustoms() {
        return demo.applications.in(ApplicationState.REQUEST, PreparedPeople.DECLARANT, PreparedPeople.OF_DECLARANT);
    }

    /** Anna's session, in which the holder has taken over. */
    private Person atTheHolders(String id) throws Exception {
        Person anna = visitor(ANNA);
        anna.submit("/applications/" + id + "/holder-here", Map.of());
        return anna;
    }

    private HttpResponse<String> choose(String id, String medium) throws Exception {
        return atTheHolders(id).post("/applications/" + id + "/medium", medium.replace('\'', '"'));
    }

    @Test
    void chosenMedium_isKept() throws Exception {
        String id = general();
        HttpResponse<String> answer =
                choose(id, "{'kind':'token','product':'rutoken-ecp','manner':'active','label':'Рутокен «А»'}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(demo.applications.find(id).orElseThrow().medium())
                .isEqualTo(new Medium("token", "rutoken-ecp", "active", "Рутокен «А»"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'computer','label':'Этот компьютер'}",
                "{'kind':'removable','label':'KINGSTON'}",
                "{'kind':'token','label':'Неизвестный'}",
                "{'kind':'token','product':'rutoken-ecp','manner':'active','label':'Рутокен'}",
                "{'kind':'token','product':'esmart','manner':'passive','label':'ESMART'}"
            })
    void customs_refuseAnyOtherMedium_withTheWayOn(String medium) throws Exception {
        String id = forCustoms();
        HttpResponse<String> answer = choose(id, medium);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"name\":\"medium_not_allowed\"",
                        "\"code\":3019",
                        "Ничего не потеряно",
                        "названы на этой странице");
        assertThat(demo.applications.find(id).orElseThrow().medium()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rutoken-lite", "jacarta-lt"})
    void customs_acceptTheirTokens(String product) throws Exception {
        String id = forCustoms();
        assertThat(choose(id, "{'kind':'token','product':'" + product + "','manner':'passive','label':'Т'}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(atTheHolders(id)
                        .post("/applications/" + id + "/request", REQUEST)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void customs_refuseARequest_whereNoMediumWasChosen() throws Exception {
        String id = forCustoms();
        HttpResponse<String> answer = atTheHolders(id).post("/applications/" + id + "/request", REQUEST);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("medium_not_allowed");
        assertThat(demo.applications.find(id).orElseThrow().state()).isEqualTo(ApplicationState.REQUEST);
    }

    @Test
    void esmart_isForServiceCentresAlone() throws Exception {
        assertThat(choose(general(), "{'kind':'token','product':'esmart-gost','manner':'active','label':'ESMART'}")
                        .body())
                .contains("medium_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'kind':'computer'}",
                "{'kind':'floppy','label':'A'}",
                "{'kind':'computer','label':1}",
                "{'kind':'computer','label':''}",
                "{'kind':'token','label':'A','product':null}",
                "{'kind':'token','label':'A','product':'<b>'}",
                "{'kind':'token','label':'A','manner':'none'}",
                "[]"
            })
    void whatIsNoMedium_isFieldInvalid(String medium) throws Exception {
        HttpResponse<String> answer = choose(general(), medium);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"name\":\"field_invalid\"");
    }

    @Test
    void application_ofSomebodyElse_isUnknown() throws Exception {
        String id = general();
        assertThat(visitor(OTHER)
                        .post("/applications/" + id + "/medium", "{\"kind\":\"computer\",\"label\":\"A\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void label_neverBecomesMarkup() throws Exception {
        String id = demo.applications.in(ApplicationState.DONE, PreparedPeople.ANNA, PreparedPeople.DUE);
        demo.applications.lieOn(id, new Medium("token", null, "passive", "<script>alert(2)</script>"));
        assertThat(visitor(ANNA).open("/applications/" + id).body())
                .contains("&lt;script&gt;alert(2)")
                .doesNotContain("<script>alert");
    }

    @Test
    void page_namesTheMediaThatCustomsAccept_withoutAnyScript() throws Exception {
        String page = visitor(ANNA).open("/applications/" + forCustoms()).body();
        assertThat(page)
                .contains("data-testid=\"media-rule\"", "Рутокен Lite, JaCarta LT", "data-testid=\"use\"")
                .contains("data-accepted=\"rutoken-lite jacarta-lt\"");
        assertThat(visitor(ANNA).open("/applications/" + general()).body())
                .doesNotContain("data-testid=\"media-rule\"", "data-testid=\"use\"");
    }

    @Test
    void install_ofAKeyOnAToken_namesIt() throws Exception {
        String id = demo.applications.in(ApplicationState.INSTALL, PreparedPeople.ANNA, PreparedPeople.DUE);
        demo.applications.lieOn(id, new Medium("token", "rutoken-lite", "passive", "Рутокен «Б»"));
        assertThat(visitor(ANNA).open("/applications/" + id).body()).contains("Рутокен «Б»", "понадобится PIN-код");
    }
}
