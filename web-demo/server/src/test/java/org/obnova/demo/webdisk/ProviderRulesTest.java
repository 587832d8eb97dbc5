// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderRulesTest {
    private static final String CSP = "КриптоПро CSP";

    private final ProviderRules rules = ProviderRules.bundled();

    /** The service's own two cases: 2.0 to 4.0 R3 become 4.0 R4, 5.0 Beta becomes 5.0 R1. */
    @ParameterizedTest
    @CsvSource({
        "2.0, 4.0 R4",
        "3.0, 4.0 R4",
        "3.6, 4.0 R4",
        "3.6 R4, 4.0 R4",
        "3.6.7777, 4.0 R4",
        "3.9, 4.0 R4",
        "3.9.8495, 4.0 R4",
        "4.0, 4.0 R4",
        "4.0 R1, 4.0 R4",
        "4.0 R3, 4.0 R4",
        "4.0 r3, 4.0 R4",
        "4.0.9944, 4.0 R4",
        "4.0.9944.0, 4.0 R4",
        "5.0 Beta, 5.0 R1",
        "5.0 beta, 5.0 R1",
        "5.0.10003, 5.0 R1"
    })
    void oldVersions_areUpgraded(String found, String proposed) {
        assertThat(rules.upgrade(CSP, found)).contains(proposed);
        assertThat(rules.restart(CSP, found)).contains("computer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0 R4", "4.0 R5", "4.0.9963", "5.0", "5.0 R1", "5.0 R2", "5.0.11455", "5.0.12000", "6.0"})
    void presentVersions_stay(String found) {
        assertThat(rules.upgrade(CSP, found)).isEmpty();
        assertThat(rules.restart(CSP, found)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1", "", "R3", "четыре", "4", "4.0 R3 Beta", "4.0.9944.0.0", "4,0", "-4.0", "9999999999.0"})
    void whatIsNoVersion_orTooOldToBeKnown_isLeftAlone(String found) {
        assertThat(rules.upgrade(CSP, found)).isEmpty();
    }

    @Test
    void anotherProvider_isLeftAlone() {
        assertThat(rules.upgrade("ViPNet CSP", "4.0 R3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4.0 R3, 2.0, 4.0 R4, 1",
        "2.0, 4.0 R3, 4.0 R3, 1",
        "2.0, 4.0 R3, 3.9, 1",
        "2.0, 4.0 R3, newer, 1",
        "2.0, 4.0 R3, 4.0 R4, 0"
    })
    void ruleThatIsNoUpgrade_isRefused(String from, String to, String upgrade, int build) {
        String file = """
                {"formatVersion": 1, "rules": [{"provider": "P", "from": "%s", "to": "%s", "upgrade": "%s", "upgradeBuild": %d}]}
                """.formatted(from, to, upgrade, build);
        assertThatThrownBy(() -> read(file)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void read(String file) throws IOException {
        ProviderRules.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
