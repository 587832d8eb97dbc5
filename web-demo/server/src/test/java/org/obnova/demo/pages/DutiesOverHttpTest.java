// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.web.Site;

/**
 * Who may do what at the operators' site: every action and every role, over HTTP. The table here is the demand, written a second time. Nothing of what is named in the
 * paths exists, so that an action that is allowed goes as far as «not found» and changes nothing.
 */
class DutiesOverHttpTest {
    private static final String ALL = "operator clerk officer auditor";
    private static final Map<String, String> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("get /", ALL);
        TABLE.put("post /filter", ALL);
        TABLE.put("get /applications/{id}", ALL);
        TABLE.put("get /applications/{id}/documents/{upload}/pages/{page}", "operator clerk auditor");
        TABLE.put("get /applications/{id}/documents/{upload}/file", "operator clerk auditor");
        TABLE.put("post /applications/{id}/approve", "operator");
        TABLE.put("post /applications/{id}/reject", "operator");
        TABLE.put("post /applications/{id}/identified", "operator clerk");
        TABLE.put("post /applications/{id}/billed", "clerk");
        TABLE.put("post /applications/{id}/paid", "clerk");
        TABLE.put("post /applications/{id}/token-bought", "clerk");
        TABLE.put("post /applications/{id}/courier-bought", "clerk");
        TABLE.put("post /applications/{id}/courier-leaves", "operator");
        TABLE.put("post /applications/{id}/courier-missed", "operator");
        TABLE.put("post /applications/{id}/handed-out", "clerk officer");
        TABLE.put("post /applications", "clerk");
        TABLE.put("get /people", ALL);
        TABLE.put("post /people/find", ALL);
        TABLE.put("get /certificates/{sha256}", ALL);
        TABLE.put("post /certificates/{sha256}/revoke", "operator");
        TABLE.put("post /certificates/{sha256}/suspend", "operator clerk");
        TABLE.put("post /certificates/{sha256}/resume", "operator");
        TABLE.put("post /certificates/{sha256}/replace", "operator clerk");
        TABLE.put("get /audit", "auditor");
        TABLE.put("get /regime", ALL);
    }

    @TempDir
    Path folder;

    private Wiring server;

    @BeforeEach
    void start() throws Exception {
        server = Wiring.start(
                new Wiring.Settings(0, folder, CaProfile.EC, Duration.ZERO, List.of()),
                InstantSource.system(),
                new SecureRandom());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyAction_isForTheRolesOfTheTable_andForNobodyElse() throws Exception {
        TreeSet<String> wrong = new TreeSet<>();
        for (String role : List.of("operator", "clerk", "officer", "auditor")) {
            Person colleague = Desk.of(role, server.sites(), folder.resolve("handout"));
            for (Map.Entry<String, String> row : TABLE.entrySet()) {
                HttpResponse<String> answer = ask(colleague, row.getKey());
                boolean refused = answer.statusCode() == 403 && answer.body().contains("not_your_duty");
                boolean allowed = row.getValue().contains(role);
                if (refused == allowed) {
                    wrong.add(role + ": " + row.getKey() + " was answered with " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobody_mayAnythingWithoutALogin() throws Exception {
        for (String action : TABLE.keySet()) {
            Person nobody = new Person(server.sites(), Site.OPERATOR);
            nobody.open("/");
            HttpResponse<String> answer = ask(nobody, action);
            assertThat(answer.statusCode() == 401 || answer.body().contains("data-step=\"sign-in\""))
                    .as(action + ": " + answer.statusCode())
                    .isTrue();
        }
    }

    @Test
    void table_hasEveryActionOfTheSite() throws Exception {
        String json =
                new Person(server.sites(), Site.OPERATOR).fetch("/openapi.json").body();
        TreeSet<String> actions = new TreeSet<>();
        new ObjectMapper()
                .readTree(json)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> actions.add(method + " " + path.getKey())));
        actions.removeIf(action -> action.matches("post /sign-(in|out)"));

        assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(actions);
    }

    @Test
    void refusal_isAProblemDocument_toAProgram() throws Exception {
        Person auditor = Desk.of("auditor", server.sites(), folder.resolve("handout"));
        HttpResponse<String> answer = auditor.post("/certificates/" + "0".repeat(64) + "/revoke", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(new ObjectMapper().readTree(answer.body()).toString()).contains("not_your_duty", "3085");
    }

    private static HttpResponse<String> ask(Person person, String action) throws Exception {
        String path = action.replaceFirst("^[a-z]+ ", "")
                .replace("{id}", "abcdefghjkmnpqrs")
                .replace("{upload}", "00000000")
                .replace("{page}", "1")
                .replace("{sha256}", "0".repeat(64));
        return action.startsWith("get ") ? person.open(path) : person.submit(path, Map.of());
    }
}
