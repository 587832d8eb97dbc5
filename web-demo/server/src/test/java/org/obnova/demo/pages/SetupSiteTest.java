// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.web.Site;

/** What the setup page says before its scripts run, and what it hands out. */
class SetupSiteTest {
    private PreparedSites demo;
    private Person visitor;

    @BeforeEach
    void start() throws Exception {
        demo = new PreparedSites();
        visitor = new Person(demo.sites, Site.SETUP);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @ParameterizedTest
    @CsvSource({"EXTERN, /?person=1", "CABINET, /applications/a-1"})
    void prompts_leadHere_andTheWayBackLeadsToWhereThePersonWas(Site site, String path) throws Exception {
        HttpResponse<String> sent =
                new Person(demo.sites, site).open("/setup?back=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        assertThat(sent.statusCode()).isEqualTo(303);
        String here = sent.headers().firstValue("Location").orElseThrow();
        assertThat(here).startsWith(demo.sites.setup() + "/?back=");
        String page = visitor.open(here.substring(demo.sites.setup().length())).body();
        assertThat(page)
                .contains("href=\"" + demo.sites.of(site) + path + "\" data-testid=\"setup-back\"")
                .contains("href=\"" + demo.sites.of(site) + path + "\" data-testid=\"continue\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "javascript:alert(1)",
                "http://extern.localhost.evil.example/",
                "http://extern.localhost:1/",
                "/",
                ""
            })
    void foreignWayBack_isNone_andTheServiceIsOffered(String back) throws Exception {
        String page = visitor.open("/?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8))
                .body();
        assertThat(page)
                .doesNotContain("setup-back")
                .doesNotContainPattern("href=\"(https?:)?//(evil|extern.localhost[.])|href=\"javascript")
                .contains("href=\"" + demo.sites.extern() + "/\" data-testid=\"continue\"");
    }

    @Test
    void wayBack_isAPathOfThatSite() throws Exception {
        String back = URLEncoder.encode(demo.sites.extern() + "//evil.example/", StandardCharsets.UTF_8);
        assertThat(visitor.open("/?back=" + back).body())
                .contains("href=\"" + demo.sites.extern() + "/\" data-testid=\"setup-back\"");
    }

    @Test
    void packages_areDownloadedAsTheyAre_withTheirTypes() throws Exception {
        HttpResponse<String> file = visitor.fetch("/packages/obnova_0.1.0_amd64.deb");
        assertThat(file.body()).isEqualTo("content of obnova_0.1.0_amd64.deb");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"obnova_0.1.0_amd64.deb\"");
        assertThat(visitor.fetch("/packages/obnova-extension-0.1.0.xpi")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/x-xpinstall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret.deb", "obnova.txt", "..%2Fobnova.deb", "obnova_9.9.9_amd64.deb"})
    void otherFiles_areNotHandedOut(String name) throws Exception {
        assertThat(visitor.fetch("/packages/" + name).statusCode()).isIn(400, 404);
    }

    @Test
    void setupFile_isOfferedToWhoeverHasNothingYet() throws Exception {
        assertThat(visitor.open("/").body())
                .contains("data-testid=\"by-file\"", "href=\"/packages/obnova-extern.sh\"", "sh obnova-extern.sh");
        assertThat(visitor.fetch("/packages/obnova-extern.sh").body()).isEqualTo("content of obnova-extern.sh");
    }

    @Test
    void updatesOfTheExtension_nameThisSite() throws Exception {
        HttpResponse<String> update = visitor.fetch("/extension/update.xml");
        assertThat(update.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(update.body())
                .isEqualTo("codebase=\"" + demo.sites.setup() + "/extension/obnova-extension-0.1.0.xpi\"");
        assertThat(visitor.fetch("/extension/obnova-extension-0.1.0.xpi").body())
                .isEqualTo("content of obnova-extension-0.1.0.xpi");
        assertThat(visitor.fetch("/extension/updates.json").statusCode()).isEqualTo(404);
        assertThat(visitor.fetch("/extension/obnova.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void packages_belongToThisSiteAlone() throws Exception {
        assertThat(new Person(demo.sites, Site.EXTERN)
                        .fetch("/packages/obnova_0.1.0_amd64.deb")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void provider_isJudgedByTheRules() throws Exception {
        String csp = "/provider?name=" + URLEncoder.encode("КриптоПро CSP", StandardCharsets.UTF_8) + "&version=";
        assertThat(provider(csp + "4.0%20R3")).isEqualTo(Map.of("upgrade", "4.0 R4", "restart", "computer"));
        assertThat(provider(csp + "4.0%20R4")).isEqualTo(Map.of("upgrade", "", "restart", "none"));
        assertThat(provider("/provider")).isEqualTo(Map.of("upgrade", "", "restart", "none"));
    }

    private Map<String, String> provider(String path) throws Exception {
        return new ObjectMapper().readValue(visitor.fetch(path).body(), new TypeReference<>() {});
    }
}
