// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.protocol.Schemas;

/** Thousands of broken frames: exactly one reply each, well formed, and the host lives on. */
class FuzzProcessTest {
    private static final int FRAMES = 2500;
    private static final int BATCH = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whole requests, which the fuzz breaks; none of them needs a window. */
    private static final List<String> SEEDS = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\",\"params\":{\"protocol\":1,\"language\":\"en\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"я\",\"method\":\"cancel\",\"params\":{\"id\":\"17\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"sites.list\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"consents.list\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"storages.list\",\"params\":{\"site\":{\"origin\":\"https://a.example\",\"document\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"document.sign\",\"params\":{\"site\":{\"origin\":\"https://a.example\",\"document\":\"1\"},"
                    + "\"kind\":\"statement\",\"title\":\"Т\",\"text\":\"Текст 😀\",\"certificate\":\""
                    + "0".repeat(64)
                    + "\"}}");

    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\u0000",
            "\\ud800",
            "null",
            "1e999",
            "-0",
            "9".repeat(40),
            "[[[[[[",
            "\u0000",
            "\uFEFF");

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122})
    void brokenFrames_getOneReplyEach(long seed) throws IOException {
        Random random = new Random(seed);
        try (HostProcess host = HostProcess.start(home, HostProcess.OUR_ORIGIN)) {
            for (int sent = 0; sent < FRAMES; sent += BATCH) {
                // Batches, not single frames: replies may overtake each other, and the count must still be right.
                for (int i = 0; i < BATCH; i++) {
                    host.send(broken(random));
                }
                host.send("{\"jsonrpc\":\"2.0\",\"id\":\"end of batch\",\"method\":\"hello\"}");
                List<String> replies = new ArrayList<>();
                for (int i = 0; i <= BATCH; i++) {
                    replies.add(host.receive());
                }
                for (String reply : replies) {
                    JsonNode message = JSON.readTree(reply);
                    assertThat(Schemas.complaints(message.has("error") ? "error" : "result", reply))
                            .as("seed %d: %s", seed, reply)
                            .isEmpty();
                    assertThat(message.at("/error/data/name").asText()).isNotEqualTo("internal_error");
                }
                assertThat(replies)
                        .filteredOn(reply -> reply.contains("\"end of batch\""))
                        .as("seed %d", seed)
                        .hasSize(1);
            }
            assertThat(host.isAlive()).isTrue();
        }
    }

    private static byte[] broken(Random random) {
        byte[] octets = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            octets = switch (random.nextInt(5)) {
                case 0 -> flip(octets, random);
                case 1 -> cut(octets, random);
                case 2 ->
                    insert(
                            octets,
                            random,
                            TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8));
                case 3 -> insert(octets, random, new byte[] {(byte) random.nextInt(256)});
                default -> repeat(octets, random);
            };
        }
        return octets.length == 0 ? new byte[] {' '} : octets;
    }

    private static byte[] flip(byte[] octets, Random random) {
        byte[] changed = octets.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static byte[] cut(byte[] octets, Random random) {
        byte[] changed = new byte[random.nextInt(octets.length + 1)];
        System.arraycopy(octets, 0, changed, 0, changed.length);
        return changed;
    }

    private static byte[] insert(byte[] octets, Random random, byte[] what) {
        int at = random.nextInt(octets.length + 1);
        byte[] changed = new byte[octets.length + what.length];
        System.arraycopy(octets, 0, changed, 0, at);
        System.arraycopy(what, 0, changed, at, what.length);
        System.arraycopy(octets, at, changed, at + what.length, octets.length - at);
        return changed;
    }

    private static byte[] repeat(byte[] octets, Random random) {
        int from = random.nextInt(octets.length + 1);
        byte[] part = new byte[octets.length - from];
        System.arraycopy(octets, from, part, 0, part.length);
        return insert(octets, random, part);
    }
}
