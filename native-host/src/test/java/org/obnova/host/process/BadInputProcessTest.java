// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;

/** One host gets every bad frame in turn, answers each with one typed error, and goes on serving. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputProcessTest {
    private static final String SITE = "\"site\":{\"origin\":\"https://extern.obnova.org\",\"document\":\"d\"}";

    @SuppressWarnings("NullAway.Init")
    private HostProcess host;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        host = HostProcess.start(home, HostProcess.OUR_ORIGIN);
    }

    @AfterAll
    void stop() throws Exception {
        host.closeInput();
        assertThat(host.exitStatus()).isZero();
        host.close();
    }

    static Stream<Arguments> badFrames() {
        return Stream.of(
                bad("not JSON", "hello", "parse_error", null),
                bad("cut off", "{\"jsonrpc\":\"2.0\"", "parse_error", null),
                bad("two values", request("hello", "{}") + "{}", "parse_error", null),
                bad("a duplicate name", "{\"id\":\"x\",\"id\":\"x\"}", "parse_error", null),
                bad("a comment", "/**/" + request("hello", "{}"), "parse_error", null),
                bad("deep nesting", request("hello", "[".repeat(100) + "]".repeat(100)), "parse_error", null),
                bad("very deep nesting", "[".repeat(1_000_000), "parse_error", null),
                bad("a long number", request("hello", "{\"protocol\":" + "9".repeat(100) + "}"), "parse_error", null),
                bad("half a surrogate pair", request("\\ud800", "{}"), "parse_error", null),
                bad("a string as long as a frame can be", request("y".repeat(16_000_000), "{}"), "parse_error", null),
                bad("as many values as a frame can hold", "[" + "0,".repeat(8_000_000) + "0]", "parse_error", null),
                bad("only white space", "  ", "parse_error", null),
                bad("an empty object", "{}", "invalid_request", null),
                bad("an array", "[" + request("hello", "{}") + "]", "invalid_request", null),
                bad("an empty array", "[]", "invalid_request", null),
                bad("a string", "\"hello\"", "invalid_request", null),
                bad("null", "null", "invalid_request", null),
                bad("a notification", "{\"jsonrpc\":\"2.0\",\"method\":\"hello\"}", "invalid_request", null),
                bad("an id of null", "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"hello\"}", "invalid_request", null),
                bad("a negative id", "{\"jsonrpc\":\"2.0\",\"id\":-1,\"method\":\"hello\"}", "invalid_request", null),
                bad("a broken id", "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"hello\"}", "invalid_request", null),
                bad(
                        "too large an id",
                        "{\"jsonrpc\":\"2.0\",\"id\":9007199254740992,\"method\":\"hello\"}",
                        "invalid_request",
                        null),
                bad("an empty id", "{\"jsonrpc\":\"2.0\",\"id\":\"\",\"method\":\"hello\"}", "invalid_request", null),
                bad(
                        "a long id",
                        "{\"jsonrpc\":\"2.0\",\"id\":\"" + "i".repeat(65) + "\",\"method\":\"hello\"}",
                        "invalid_request",
                        null),
                bad("no version", "{\"id\":\"x\",\"method\":\"hello\"}", "invalid_request", "x"),
                bad(
                        "another version",
                        "{\"jsonrpc\":\"1.0\",\"id\":\"x\",\"method\":\"hello\"}",
                        "invalid_request",
                        "x"),
                bad("no method", "{\"jsonrpc\":\"2.0\",\"id\":\"x\"}", "invalid_request", "x"),
                bad("a method of number", "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":1}", "invalid_request", "x"),
                bad("a reply", "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{}}", "invalid_request", "x"),
                bad(
                        "an extra name",
                        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"hello\",\"extra\":1}",
                        "invalid_request",
                        "x"),
                bad("an unknown method", request("nothing", "{}"), "method_not_found", "x"),
                bad("a method of another case", request("Hello", "{}"), "method_not_found", "x"),
                bad("params of array", request("hello", "[]"), "invalid_params", "x"),
                bad("params of null", request("hello", "null"), "invalid_params", "x"),
                bad("an extra parameter", request("hello", "{\"extra\":1}"), "invalid_params", "x"),
                bad("a wrong type", request("hello", "{\"protocol\":\"1\"}"), "invalid_params", "x"),
                bad("an unknown language", request("hello", "{\"language\":\"de\"}"), "invalid_params", "x"),
                bad("an old protocol", request("hello", "{\"protocol\":0}"), "protocol_unsupported", "x"),
                bad("cancel without id", request("cancel", "{}"), "invalid_params", "x"),
                bad("a missing site", request("certificates.list", "{}"), "invalid_params", "x"),
                bad(
                        "a bad origin",
                        request("storages.list", "{\"site\":{\"origin\":\"https://a/\",\"document\":\"d\"}}"),
                        "invalid_params",
                        "x"),
                bad(
                        "a site not listed",
                        request("storages.list", "{\"site\":{\"origin\":\"https://a.example\",\"document\":\"d\"}}"),
                        "site_not_listed",
                        "x"),
                bad(
                        "plain http",
                        request(
                                "storages.list",
                                "{\"site\":{\"origin\":\"http://extern.obnova.org\",\"document\":\"d\"}}"),
                        "site_not_listed",
                        "x"),
                bad("no display for consent", request("storages.list", "{" + SITE + "}"), "no_display", "x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFrames")
    void badFrame_getOneTypedError_andTheHostLivesOn(String what, String frame, String error, String id)
            throws IOException, JsonException {
        host.send(frame);
        HostProcess.Reply reply = host.reply();

        assertThat(reply.errorName()).isEqualTo(error);
        assertThat(reply.at("id")).isEqualTo(id.isEmpty() ? new Json.Null() : new Json.Text(id));
        assertThat(reply.text("error", "message")).isNotEmpty();
        assertThat(reply.text("error", "data", "loss")).isNotEmpty();
        assertThat(reply.text("error", "data", "hint")).isNotEmpty();
        greets();
    }

    static Stream<byte[]> badOctets() {
        String hello = request("hello", "{}");
        return Stream.of(
                new byte[] {(byte) 0xFF},
                new byte[] {0},
                ("\uFEFF" + hello).getBytes(StandardCharsets.UTF_8),
                hello.getBytes(StandardCharsets.UTF_16LE),
                hello.getBytes(StandardCharsets.UTF_16),
                hello.replace("x", "\u00e9").getBytes(StandardCharsets.ISO_8859_1),
                hello.replace("x", "\t").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("badOctets")
    void badOctets_getParseError_andTheHostLivesOn(byte[] octets) throws IOException, JsonException {
        host.send(octets);

        assertThat(host.reply().errorName()).isEqualTo("parse_error");
        greets();
    }

    private void greets() throws IOException, JsonException {
        host.send("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"hello\"}");
        HostProcess.Reply reply = host.reply();
        assertThat(reply.at("id")).isEqualTo(new Json.Whole(7));
        assertThat(reply.isResult()).isTrue();
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private static Arguments bad(
            String what, String frame, String error, @org.jspecify.annotations.Nullable String id) {
        return Arguments.of(what, frame, error, id == null ? "" : id);
    }
}
