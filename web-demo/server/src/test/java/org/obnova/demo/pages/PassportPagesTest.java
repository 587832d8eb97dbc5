// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.web.Site;

/** A picture of the passport fills the form, and never what the person typed. */
class PassportPagesTest {
    private PreparedSites demo;
    private Person anna;
    private String application;

    @BeforeEach
    void start() throws Exception {
        demo = new PreparedSites();
        anna = new Person(demo.sites, Site.CABINET).loggedIn("+7 900 000-00-01");
        String id = demo.applications.in(ApplicationState.DATA, PreparedPeople.ANNA, PreparedPeople.DUE);
        application = "/applications/" + id;
        anna.open(application + "?edit");
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void emptyFields_areFilled_andDoubtfulOnesMarked() throws Exception {
        HttpResponse<String> answer =
                send("picture", Map.of("surname", "", "series", "", "number", "", "birthPlace", ""));

        assertThat(answer.statusCode()).isEqualTo(303);
        String form = anna.open(application + "?edit").body();
        assertThat(form)
                .contains("data-testid=\"passport-read\"")
                .containsPattern("id=\"surname\"[^>]*value=\"Артёмова\"")
                .containsPattern("id=\"number\"[^>]*value=\"998877\"[^>]*aria-describedby=\"number-read\"")
                .contains("data-testid=\"number-unsure\"")
                .contains("data-testid=\"birthPlace-unsure\"")
                .doesNotContain("data-testid=\"series-unsure\"");
    }

    @Test
    void typedText_staysAndIsReplacedOnlyOnDemand() throws Exception {
        send("picture", Map.of("surname", "Артемова", "series", ""));
        String form = anna.open(application + "?edit").body();
        assertThat(form)
                .containsPattern("id=\"surname\"[^>]*value=\"Артемова\"")
                .contains("data-testid=\"surname-seen\"");

        anna.submit(application + "/passport/take", Map.of("surname", "Артемова", "take", "surname"));

        assertThat(anna.open(application + "?edit").body())
                .containsPattern("id=\"surname\"[^>]*value=\"Артёмова\"")
                .doesNotContain("data-testid=\"surname-seen\"");
    }

    @Test
    void pictureWithoutPassport_saysSo_andKeepsTheForm() throws Exception {
        HttpResponse<String> answer = send("no", Map.of("surname", "Иная"));
        assertThat(answer.body())
                .contains("3054")
                .contains("машиночитаемая запись")
                .containsPattern("id=\"surname\"[^>]*value=\"Иная\"");
    }

    @Test
    void formWithoutPicture_readsNothing() throws Exception {
        HttpResponse<String> answer = anna.submit(application + "/passport", Map.of("surname", "Иная"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(anna.open(application + "?edit").body()).doesNotContain("data-testid=\"passport-read\"");
    }

    @Test
    void stranger_mayNotSend() throws Exception {
        Person stranger = new Person(demo.sites, Site.CABINET);
        stranger.open("/sign-in");
        assertThat(stranger.sendPassport(application + "/passport", new byte[9], Map.of())
                        .statusCode())
                .isIn(303, 401, 404);
        assertThat(anna.open(application + "?edit").body()).doesNotContain("data-testid=\"passport-read\"");
    }

    private HttpResponse<String> send(String picture, Map<String, String> fields) throws Exception {
        byte[] file = picture.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return anna.sendPassport(application + "/passport", file, fields);
    }
}
