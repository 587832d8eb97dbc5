// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.ca.CaProfile;

class MachineRulesTest {
    private static final String ALL = """
            [{"profile": "gost256", "renewable": false, "months": 12}, {"profile": "gost512", "renewable": false, "months": 12},
             {"profile": "ec", "renewable": true, "months": 12}, {"profile": "rsa", "renewable": false, "months": 3}]
            """;

    @TempDir
    private Path data;

    @Test
    void qualifiedCertificates_areNotRenewedByMachines() {
        assertThat(MachineRules.of(data).of(CaProfile.GOST256).renewable()).isFalse();
        assertThat(MachineRules.of(data).of(CaProfile.EC).renewable()).isTrue();
    }

    @Test
    void operatorsFile_isUsedWhereItIsThere() throws Exception {
        Files.writeString(data.resolve(MachineRules.FILE), ALL);
        MachineRules.Rule rule = MachineRules.of(data).of(CaProfile.RSA);

        assertThat(rule.renewable()).isFalse();
        assertThat(rule.months()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"gost256\", \"renewable\": false' | '\"gost256\", \"renewable\": true' | identification",
                "'\"months\": 3' | '\"months\": 16' | 1 to 15",
                "'\"months\": 3' | '\"month\": 3' | a rule has profile",
                "'\"rsa\"' | '\"ec\"' | twice",
                "'\"rsa\"' | '\"dsa\"' | no such profile"
            })
    void mistakes_areSaid(String right, String wrong, String said) {
        byte[] json = ALL.replace(right, wrong).getBytes(UTF_8);

        assertThatThrownBy(() -> MachineRules.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }
}
