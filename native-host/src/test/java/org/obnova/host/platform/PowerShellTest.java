// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerShellTest {
    private static final String BELOW = "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";

    @ParameterizedTest
    @CsvSource({"C:\\Windows", "D:\\WINNT"})
    void program_liesWhereWindowsLies(String root) {
        assertThat(PowerShell.command(Map.of("SystemRoot", root), "exit"))
                .startsWith(root + BELOW)
                .endsWith("-Command", "exit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "Windows", "\\\\server\\share", "C:\\"})
    void placeThatIsNone_countsForNothing(String root) {
        assertThat(PowerShell.command(Map.of("SystemRoot", root), "exit")).startsWith("C:\\Windows" + BELOW);
    }

    @Test
    void program_isNeverLookedForByItsName() {
        assertThat(PowerShell.command(Map.of(), "exit")).startsWith("C:\\Windows" + BELOW);
    }
}
