// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.web.Site;

class OpenApiTest {
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
    @EnumSource(Site.class)
    void everySite_describesItself(Site site) throws Exception {
        JsonNode api = api(site);
        assertThat(api.path("openapi").asText()).startsWith("3.1");
        assertThat(api.at("/servers/0/url").asText()).isEqualTo(demo.sites.of(site));
        assertThat(api.path("paths").size()).isPositive();
        api.path("paths").properties().forEach(path -> {
            long named = path.getKey().chars().filter(one -> one == '{').count();
            path.getValue()
                    .forEach(
                            operation -> assertThat(operation.path("parameters").size())
                                    .as(path.getKey())
                                    .isEqualTo((int) named));
        });
    }

    @Test
    void cabinet_namesItsChanges_withTheTokenTheyNeed() throws Exception {
        JsonNode data = api(Site.CABINET).path("paths").path("/applications/{id}/data");
        assertThat(data.has("post")).isTrue();
        assertThat(data.has("get")).isFalse();
        assertThat(data.at("/post/security/0").has("formToken")).isTrue();
        assertThat(data.at("/post/responses/default/content").has("application/problem+json"))
                .isTrue();
    }

    @Test
    void sites_describeTheirOwnPathsOnly() throws Exception {
        assertThat(api(Site.EXTERN).path("paths").has("/inbox")).isFalse();
        assertThat(api(Site.CABINET).path("paths").has("/inbox")).isTrue();
    }

    private JsonNode api(Site site) throws Exception {
        HttpResponse<String> answer = new Person(demo.sites, site).fetch("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/json");
        return new ObjectMapper().readTree(answer.body());
    }
}
