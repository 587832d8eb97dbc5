// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.demo.web.AnsweredRequest;
import org.slf4j.LoggerFactory;

/** The log for programs. */
class JsonLinesTest {
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger requests = (Logger) LoggerFactory.getLogger(RequestLog.class);

    @BeforeEach
    void listen() {
        events.start();
        requests.addAppender(events);
        requests.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        requests.detachAppender(events);
        requests.setLevel(null);
    }

    private List<JsonNode> lines() {
        return events.list.stream().map(JsonLinesTest::line).toList();
    }

    private static JsonNode line(ILoggingEvent event) {
        String text = new String(new JsonLines().encode(event), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).endsWith("}\n").hasLineCount(1);
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static AnsweredRequest request(int status) {
        return new AnsweredRequest(
                "2f0c", "cabinet", "GET", "/applications/{id}", status, Duration.ofMillis(12), "holder");
    }

    @Test
    void request_isOneLine_withItsFields() {
        new RequestLog().answered(request(200));

        JsonNode line = lines().getFirst();
        assertThat(Instant.parse(line.path("time").asText())).isNotNull();
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("request").asText()).isEqualTo("2f0c");
        assertThat(line.path("site").asText()).isEqualTo("cabinet");
        assertThat(line.path("method").asText()).isEqualTo("GET");
        assertThat(line.path("route").asText()).isEqualTo("/applications/{id}");
        assertThat(line.path("status").isInt()).isTrue();
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("millis").asLong()).isEqualTo(12);
        assertThat(line.path("role").asText()).isEqualTo("holder");
    }

    @Test
    void request_isAWarning_onlyWhereTheServerFailed() {
        new RequestLog().answered(request(404));
        new RequestLog().answered(request(500));

        assertThat(lines()).extracting(line -> line.path("level").asText()).containsExactly("INFO", "WARN");
    }

    @Test
    void lineFeeds_neverBeginAnotherLine_andTracesAreKept() {
        requests.error("one\ntwo", new IllegalStateException("three\r\n{\"level\":\"INFO\"}"));

        JsonNode line = lines().getFirst();
        assertThat(line.path("message").asText()).isEqualTo("one\ntwo");
        assertThat(line.path("failure").asText()).contains("IllegalStateException: three", "JsonLinesTest");
    }
}
