// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.web.Site;

class SitesTest {
    private PreparedSites demo;

    @BeforeEach
    void start() throws Exception {
        demo = new PreparedSites();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "127.0.0.1", "evil.example", "extern.localhost.evil.example", "xextern.localhost"})
    void otherHosts_getNothing(String host) throws Exception {
        Person rebound = new Person(demo.sites, host + ":" + demo.sites.port());
        HttpResponse<String> page = rebound.open("/");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).isEmpty();
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(rebound.open("/static/obnova.css").statusCode()).isEqualTo(404);
    }

    @Test
    void samePath_isAnsweredByTheSiteOfTheHost() throws Exception {
        assertThat(new Person(demo.sites, Site.EXTERN).open("/").body()).contains("data-site=\"extern\"");
        assertThat(new Person(demo.sites, Site.CABINET).open("/sign-in").body()).contains("data-site=\"cabinet\"");
        assertThat(new Person(demo.sites, Site.EXTERN).open("/inbox").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://evil.example", "Origin, null", "Sec-Fetch-Site, cross-site"})
    void postOfAForeignPage_touchesNothing_notEvenTheSession(String header, String value) throws Exception {
        Person anna = new Person(demo.sites, Site.CABINET).loggedIn("+7 900 000-00-01");
        HttpRequest.Builder post = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + demo.sites.port() + "/sign-out"))
                .header("Host", Site.CABINET.host() + ":" + demo.sites.port())
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_token="));

        HttpResponse<String> answer = new Person(demo.sites, Site.CABINET).send(post);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("\"name\":\"form_expired\"");
        assertThat(anna.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void postsOfForeignPages_areNotCountedAgainstThePerson() throws Exception {
        Person anna = new Person(demo.sites, Site.CABINET);
        for (int i = 0; i < 70; i++) {
            new Person(demo.sites, Site.CABINET)
                    .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + demo.sites.port() + "/sign-in/phone"))
                            .header("Host", Site.CABINET.host() + ":" + demo.sites.port())
                            .header("Origin", "https://evil.example")
                            .POST(HttpRequest.BodyPublishers.ofString("phone=1")));
        }
        anna.loggedIn("+7 900 000-00-01");
        assertThat(anna.open("/profile").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Site.class)
    void everyPage_forbidsInlineScriptAndFraming(Site site) throws Exception {
        HttpResponse<String> page = new Person(demo.sites, site).open(site == Site.CABINET ? "/sign-in" : "/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern(" style=| on[a-z]+=");
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void files_areServedWithTheirTypes() throws Exception {
        Person anyone = new Person(demo.sites, Site.EXTERN);
        for (String path : new String[] {"/static/obnova.css", "/static/vendor/pico.min.css"}) {
            assertThat(anyone.fetch(path).headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/css");
        }
        for (String path : new String[] {"/static/task.js", "/obnova/obnova.js", "/static/vendor/htmx.min.js"}) {
            assertThat(anyone.fetch(path).headers().firstValue("Content-Type").orElseThrow())
                    .contains("javascript");
        }
        assertThat(anyone.fetch("/static/mark.svg")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("image/svg+xml");
    }

    @Test
    void unknownPage_isThreeLinesForAPersonAndAProblemForAScript() throws Exception {
        Person anyone = new Person(demo.sites, Site.EXTERN);
        HttpResponse<String> page = anyone.open("/nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Такой страницы или заявки нет.").contains("3008 not_found");
        HttpResponse<String> problem = anyone.fetch("/nothing");
        assertThat(problem.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(problem.body())
                .contains("\"type\":\"urn:obnova:error:not_found\"")
                .contains("\"status\":404");
    }

    @Test
    void language_isRussianUntilAskedOtherwise_andTheSwitchStaysOnThePage() throws Exception {
        Person anyone = new Person(demo.sites, Site.EXTERN);
        assertThat(anyone.open("/").body()).contains("<html lang=\"ru\"").contains("Вход в Экстерн");
        HttpResponse<String> switched = anyone.open("/language/en?back=%2F%3Fperson%3D1");
        assertThat(switched.headers().firstValue("Location")).contains("/?person=1");
        assertThat(anyone.open("/").body()).contains("<html lang=\"en\"").contains("Log in to Extern");
        assertThat(anyone.open("/language/ru?back=//evil.example").headers().firstValue("Location"))
                .contains("/");
    }

    @Test
    void portal_marksRowsForTheExtension() throws Exception {
        String page = new Person(demo.sites, Site.EXTERN).open("/").body();
        assertThat(row(page, PreparedPeople.DUE))
                .contains("data-obnova-renewal=\"due\"")
                .contains("data-obnova-days=\"27\"")
                .contains("data-obnova-start-by=\"2026-12-18\"")
                .contains("data-obnova-slot")
                .contains(demo.sites.cabinet() + "/renewals/new?certificate=" + PreparedPeople.DUE)
                .contains("осталось 27 дней");
        assertThat(row(page, PreparedPeople.FRESH))
                .contains("data-obnova-renewal=\"none\"")
                .doesNotContain("data-obnova-slot");
        assertThat(row(page, PreparedPeople.MARKED))
                .contains("data-obnova-renewal=\"replace\"")
                .contains("data-obnova-slot");
        assertThat(row(page, PreparedPeople.EXPIRED))
                .contains("data-obnova-renewal=\"expired\"")
                .doesNotContain("data-sign-in");
        assertThat(row(page, PreparedPeople.REVOKED))
                .contains("data-obnova-renewal=\"none\"")
                .contains("Отозван");
        assertThat(row(page, PreparedPeople.FOREIGN)).contains("обратитесь в сервисный центр");
    }

    @Test
    void portal_neverTurnsANameIntoMarkup() throws Exception {
        assertThat(new Person(demo.sites, Site.EXTERN).open("/?person=3").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void loginByCertificate_countsOnce_andOnlyForItsOwnNonce() throws Exception {
        Person anna = new Person(demo.sites, Site.EXTERN);
        anna.open("/");
        assertThat(anna.post("/sign-in", answer(demo.sites.extern())).body()).contains("challenge_stale");
        anna.post("/sign-in/challenge", "{}");
        assertThat(anna.post("/sign-in", answer(demo.sites.cabinet())).body()).contains("signature_invalid");
        anna.post("/sign-in/challenge", "{}");
        assertThat(anna.post("/sign-in", answer(demo.sites.extern())).body()).contains("/welcome");
        String welcome = anna.open("/welcome").body();
        assertThat(welcome)
                .contains("Вы вошли")
                .contains("Артёмова Анна Ильинична")
                .contains(PreparedPeople.FRESH);
        assertThat(anna.post("/sign-in", answer(demo.sites.extern())).body()).contains("challenge_stale");
        anna.submit("/sign-out", Map.of());
        assertThat(anna.open("/welcome").statusCode()).isEqualTo(303);
    }

    private static String answer(String origin) {
        return "{\"text\":\"" + origin + " " + "n".repeat(43) + "\",\"signature\":\""
                + Base64.getEncoder().encodeToString(PreparedApplications.GOOD) + "\"}";
    }

    private static String row(String page, String sha256) {
        int start = page.indexOf("data-obnova-certificate=\"" + sha256);
        assertThat(start).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
