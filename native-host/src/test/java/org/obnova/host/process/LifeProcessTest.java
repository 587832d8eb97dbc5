// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.json.Json;

/** How the process begins and ends. */
class LifeProcessTest {
    private static final String HELLO = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\"}";

    @TempDir
    Path home;

    @Test
    void endOfInput_endTheProcessWithZero_afterWhatWasAsked() throws Exception {
        try (HostProcess host = HostProcess.start(home, HostProcess.OUR_ORIGIN)) {
            host.send(HELLO);
            host.closeInput();

            assertThat(host.reply().isResult()).isTrue();
            assertThat(host.isSilent()).isTrue();
            assertThat(host.exitStatus()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16 * 1024 * 1024 + 1, Integer.MAX_VALUE, -1})
    void lostBoundary_getParseErrorWithoutIdAndStatusTwo_whenTheLengthIsImpossible(int length) throws Exception {
        try (HostProcess host = HostProcess.start(home, HostProcess.OUR_ORIGIN)) {
            host.sendRaw(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(length)
                    .array());

            HostProcess.Reply reply = host.reply();
            assertThat(reply.errorName()).isEqualTo("parse_error");
            assertThat(reply.at("id")).isEqualTo(new Json.Null());
            assertThat(host.isSilent()).isTrue();
            assertThat(host.exitStatus()).isEqualTo(2);
        }
    }

    @Test
    void lostBoundary_getParseErrorAndStatusTwo_whenTheInputEndsInsideAFrame() throws Exception {
        try (HostProcess host = HostProcess.start(home, HostProcess.OUR_ORIGIN)) {
            host.send(HELLO);
            host.sendRaw(new byte[] {100, 0, 0, 0, '{'});
            host.closeInput();

            assertThat(host.reply().isResult()).isTrue();
            assertThat(host.reply().errorName()).isEqualTo("parse_error");
            assertThat(host.exitStatus()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/",
                "chrome-extension://",
                "/m.json other@x"
            })
    void unknownExtension_beRefusedEveryRequest(String arguments) throws Exception {
        try (HostProcess host = HostProcess.start(home, arguments.isEmpty() ? new String[0] : arguments.split(" "))) {
            host.send(HELLO);
            assertThat(host.reply().errorName()).isEqualTo("extension_not_allowed");
            host.send("{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"method\":\"nothing\"}");
            assertThat(host.reply().errorName()).isEqualTo("extension_not_allowed");
        }
    }

    @Test
    void firefox_beServed_whenItNamesManifestAndExtension() throws Exception {
        try (HostProcess host = HostProcess.start(home, "/usr/lib/mozilla/m.json", "extension@obnova.org")) {
            host.send(HELLO);

            assertThat(host.reply().isResult()).isTrue();
        }
    }

    @Test
    void configuredExtension_beServed() throws Exception {
        settings("{\"formatVersion\":1,\"extensions\":[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"]}");
        try (HostProcess host = HostProcess.start(home, "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/")) {
            host.send(HELLO);

            assertThat(host.reply().isResult()).isTrue();
        }
    }

    /** Named so that the person finds the file; a page is told no home, and with it no login name. */
    @Test
    void damagedSettings_beNamedInTheError_withoutTheHome_andLeftAsTheyAre() throws Exception {
        Path file = settings("{");
        try (HostProcess host = HostProcess.start(home, HostProcess.OUR_ORIGIN)) {
            host.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sites.list\"}");

            HostProcess.Reply reply = host.reply();
            assertThat(reply.errorName()).isEqualTo("settings_invalid");
            assertThat(reply.text("error", "message"))
                    .contains("~/" + home.relativize(file))
                    .doesNotContain(home.toString());
        }
        assertThat(file).hasContent("{");
    }

    @Test
    void log_holdCodesAndMethods_butNothingThatTheSenderWrote() throws Exception {
        try (HostProcess host = HostProcess.start(home, HostProcess.OUR_ORIGIN)) {
            host.send(
                    "{\"jsonrpc\":\"2.0\",\"id\":\"s3cret\",\"method\":\"s3cret\",\"params\":{\"s3cret\":\"s3cret\"}}");
            host.reply();
            host.send(
                    "{\"jsonrpc\":\"2.0\",\"id\":\"s3cret\",\"method\":\"hello\",\"params\":{\"s3cret\":\"s3cret\"}}");
            host.reply();
        }
        assertThat(Files.readString(home.resolve(".local/state/obnova/host.log"), StandardCharsets.UTF_8))
                .contains("-32601 method_not_found")
                .contains("hello -32602 invalid_params")
                .doesNotContain("s3cret");
    }

    private Path settings(String content) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/obnova"));
        return Files.writeString(folder.resolve("host.json"), content);
    }
}
