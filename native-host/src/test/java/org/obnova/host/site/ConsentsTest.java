// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

class ConsentsTest {
    private static final String SITE = "https://extern.example";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.9Z");

    @TempDir
    Path folder;

    private Path file = Path.of("unset");

    @SuppressWarnings("NullAway.Init")
    private Consents consents;

    @BeforeEach
    void make() {
        file = folder.resolve("state").resolve("consents.json");
        consents = new Consents(file, InstantSource.fixed(NOW));
    }

    @Test
    void has_beFalse_whenNothingWasGiven() {
        assertThat(consents.has(SITE, Operation.SIGN)).isFalse();
        assertThat(consents.all()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void give_countForThatSiteAndOperationOnly_inEveryHost() {
        consents.give(SITE, Operation.SIGN);

        Consents ofAnotherBrowser = new Consents(file, InstantSource.system());
        assertThat(ofAnotherBrowser.has(SITE, Operation.SIGN)).isTrue();
        assertThat(ofAnotherBrowser.has(SITE, Operation.RENEW)).isFalse();
        assertThat(ofAnotherBrowser.has("https://other.example", Operation.SIGN))
                .isFalse();
        assertThat(ofAnotherBrowser.all())
                .containsExactly(new Consents.Consent(SITE, Operation.SIGN, Instant.parse("2026-11-22T10:00:00Z")));
    }

    @Test
    void give_keepTheFirstTime_whenGivenAgain() {
        consents.give(SITE, Operation.SIGN);
        new Consents(file, InstantSource.fixed(NOW.plusSeconds(60))).give(SITE, Operation.SIGN);

        assertThat(consents.all())
                .hasSize(1)
                .first()
                .satisfies(c -> assertThat(c.given()).isEqualTo("2026-11-22T10:00:00Z"));
    }

    @Test
    void revoke_takeBackOneOperationOrAll() {
        consents.give(SITE, Operation.SIGN);
        consents.give(SITE, Operation.RENEW);
        consents.give(SITE, Operation.BACKUP);
        consents.give("https://other.example", Operation.SIGN);

        assertThat(consents.revoke(SITE, Operation.SIGN)).isEqualTo(1);
        assertThat(consents.has(SITE, Operation.SIGN)).isFalse();
        assertThat(consents.revoke(SITE, null)).isEqualTo(2);
        assertThat(consents.revoke(SITE, null)).isZero();
        assertThat(consents.has("https://other.example", Operation.SIGN)).isTrue();
    }

    @Test
    void give_loseNothing_whenManyHostsWriteAtOnce() throws InterruptedException {
        List<Thread> hosts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String site = "https://site" + i + ".example";
            hosts.add(Thread.ofPlatform()
                    .start(() -> new Consents(file, InstantSource.fixed(NOW)).give(site, Operation.SIGN)));
        }
        for (Thread host : hosts) {
            host.join();
        }

        assertThat(consents.all()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"formatVersion\":2,\"consents\":[]}",
                "{\"formatVersion\":1,\"consents\":[{}]}",
                "{\"formatVersion\":1,\"consents\":[{\"origin\":\"https://a.example\",\"operation\":\"everything\","
                        + "\"given\":\"2026-11-22T10:00:00Z\"}]}",
                "{\"formatVersion\":1,\"consents\":[{\"origin\":\"https://a.example\",\"operation\":\"sign\","
                        + "\"given\":\"yesterday\"}]}",
                "{\"formatVersion\":1,\"consents\":[],\"more\":1}",
            })
    void anyUse_refuseAndKeepTheFile_whenItIsDamagedOrNewer(String content) throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(file, content);

        assertThatThrownBy(() -> consents.has(SITE, Operation.SIGN))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.SETTINGS_INVALID));
        assertThatThrownBy(() -> consents.give(SITE, Operation.SIGN)).isInstanceOf(Fault.class);
        assertThat(file).hasContent(content);
    }
}
