// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.watch.Exposition;
import org.obnova.demo.web.Site;

/** The whole server, as whoever keeps it running sees it. */
class WatchOverHttpTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Wiring server;
    private URI management;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        server = Wiring.start(
                new Wiring.Settings(0, folder.resolve("data"), CaProfile.EC, Duration.ZERO, List.of()),
                InstantSource.system(),
                new SecureRandom());
        management = server.watch(0);
        anna = new Person(server.sites(), Site.CABINET);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(management.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/health+json");
        return new ObjectMapper().readTree(answer.body());
    }

    private Map<String, Double> figures() throws Exception {
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        return Exposition.ofText(answer.body());
    }

    /** Asks one of the services for programs, with what is no request. */
    private void askWrongly(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.sites().port() + path))
                .header("Host", Site.CABINET.host() + ":" + server.sites().port())
                .POST(BodyPublishers.ofByteArray(new byte[] {1, 2, 3}))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    private void execute(String sql) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/obnova.db"));
                Statement statement = other.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void health_namesTheStateOfEachPart_andNothingElse() throws Exception {
        for (String path : List.of("/health", "/health/ready")) {
            HttpResponse<String> answer = get(path);
            JsonNode health = json(answer);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(health.path("status").asText()).isIn("pass", "warn");
            List<String> names = new ArrayList<>();
            health.path("checks").fieldNames().forEachRemaining(names::add);
            assertThat(names).containsExactly("database", "schema", "issuing", "keys", "disk");
            for (String name : List.of("database", "schema", "issuing", "keys")) {
                assertThat(health.path("checks").path(name).toString()).isEqualTo("[{\"status\":\"pass\"}]");
            }
        }
        assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"pass\"}\n");
    }

    @Test
    void anotherProcessWithANewerSchema_makesThisOneUnready_butItLives() throws Exception {
        execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (9999, '9999', 'later', 'SQL', 'later.sql', 'test', 1, 1)");

        HttpResponse<String> answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("status").asText()).isEqualTo("fail");
        assertThat(json(answer).path("checks").path("schema").toString()).isEqualTo("[{\"status\":\"fail\"}]");
        assertThat(figures())
                .containsEntry("obnova_health{check=schema,state=fail}", 1.0)
                .containsEntry("obnova_health{check=schema,state=pass}", 0.0);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void figures_haveRequestsByRoute_neverByPath() throws Exception {
        anna.open("/sign-in");
        anna.open("/applications/Korableva-Anna-79000000001");
        anna.open("/Korableva/79000000001?code=1234");
        anna.open("/static/obnova.css");
        askWrongly("/ocsp");
        askWrongly("/tsp");

        Map<String, Double> figures = figures();

        assertThat(figures)
                .containsEntry(
                        "http_server_requests_seconds_count{method=GET,route=/sign-in,site=cabinet,status=200}", 1.0)
                .containsEntry(
                        "http_server_requests_seconds_count{method=GET,route=/applications/{id},site=cabinet,status=303}",
                        1.0)
                .containsEntry("http_server_requests_seconds_count{method=GET,route=none,site=cabinet,status=404}", 1.0)
                .containsEntry(
                        "http_server_requests_seconds_count{method=GET,route=files,site=cabinet,status=200}", 1.0)
                .containsEntry(
                        "http_server_requests_seconds_count{method=POST,route=/ocsp,site=cabinet,status=200}", 1.0)
                .containsEntry("obnova_ocsp_seconds_count{status=malformed_request}", 1.0)
                .containsEntry("obnova_timestamps_seconds_count{status=rejection}", 1.0)
                .containsEntry("obnova_certificates_issued_total{profile=ec}", 0.0)
                .containsEntry("obnova_issuing_seconds_count{outcome=put_back}", 0.0)
                .containsEntry("obnova_issuing_due{}", 0.0)
                .containsEntry("obnova_database_connections{}", 1.0)
                .containsEntry("obnova_health{check=keys,state=pass}", 1.0)
                .containsKey("jvm_memory_used_bytes{area=heap,id=G1 Eden Space}")
                .containsKey("process_files_open_files{}")
                .containsKey("obnova_data_free_bytes{}");
        assertThat(figures.get("obnova_authority_certificate_end_seconds{name=ec}"))
                .isGreaterThan(System.currentTimeMillis() / 1000.0);
        assertThat(figures.keySet()).map(name -> name.replaceFirst("\\{.*", "")).containsAll(namesOfAlarms());
        assertThat(figures.keySet()).noneMatch(name -> name.contains("Korableva") || name.contains("7900"));
    }

    /** What the alarms stand on: an alarm about a name that is not there never rings. */
    private static List<String> namesOfAlarms() throws Exception {
        List<String> names = Pattern.compile("\\b(?:obnova|http)_\\w+")
                .matcher(Files.readString(Path.of("..", "doc", "alarms.yml")))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThan(7);
        return names;
    }

    @Test
    void figures_areOpenMetricsToo() throws Exception {
        anna.open("/sign-in");

        HttpResponse<String> answer = get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(answer.body()).endsWith("# EOF\n");
        assertThat(Exposition.ofOpenMetrics(answer.body())).containsKey("process_uptime_seconds{}");
    }

    @Test
    void management_isNoSite_andTheSitesHaveNoneOfIt() throws Exception {
        assertThat(get("/health", "Host", "attacker.example").statusCode()).isEqualTo(404);
        assertThat(get("/metrics", "Host", Site.CABINET.host()).statusCode()).isEqualTo(404);
        assertThat(get("/sign-in").statusCode()).isEqualTo(404);
        HttpRequest change = HttpRequest.newBuilder(management.resolve("/metrics"))
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(CLIENT.send(change, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
        for (Site site : Site.values()) {
            for (String path : List.of("/health", "/health/live", "/metrics")) {
                assertThat(new Person(server.sites(), site).open(path).statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void request_hasAnId_inItsAnswerAndInItsProblem() throws Exception {
        HttpResponse<String> refused = anna.fetch("/nothing");
        String id = refused.headers().firstValue("X-Request-Id").orElseThrow();

        assertThat(new ObjectMapper().readTree(refused.body()).path("instance").asText())
                .isEqualTo("urn:uuid:" + id);
        assertThat(anna.fetch("/nothing").headers().firstValue("X-Request-Id"))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(id));
    }
}
