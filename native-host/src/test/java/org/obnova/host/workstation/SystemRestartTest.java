// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** What the system is told; never this computer's own. */
class SystemRestartTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Computer computer;

    @BeforeEach
    void computer() {
        computer = new Computer(folder);
    }

    private SystemRoot root(OperatingSystem system) {
        return new SystemRoot(computer.root, computer.home, Map.of("SystemRoot", "C:\\Windows"), system);
    }

    private List<String> command(OperatingSystem system) {
        List<String> commands = new ArrayList<>();
        new SystemRestart(root(system), command -> {
                    commands.addAll(command);
                    return "";
                })
                .restart();
        return commands;
    }

    private void systemctl(String script) {
        Path program = computer.put("/usr/bin/systemctl", "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void linux_asksLogind_throughItsProgram() throws Exception {
        Path said = folder.resolve("said");
        systemctl("echo \"$@\" >" + said);
        new SystemRestart(root(OperatingSystem.LINUX)).restart();
        assertThat(Files.readString(said)).isEqualTo("reboot\n");
    }

    @Test
    void refusalOfTheSystem_isToldAsOne() {
        systemctl("exit 1");
        assertFails();
    }

    @Test
    void linuxWithoutSystemd_cannot() {
        assertFails();
    }

    private void assertFails() {
        assertThatThrownBy(() -> new SystemRestart(root(OperatingSystem.LINUX)).restart())
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.RESTART_FAILED));
    }

    @Test
    void windows_letsProgramsKeepTheirDocuments() {
        assertThat(command(OperatingSystem.WINDOWS))
                .endsWith("/r", "/t", "0")
                .doesNotContain("/f")
                .first()
                .asString()
                .endsWith("shutdown.exe");
    }

    @Test
    void mac_asksAsItsMenuDoes() {
        assertThat(command(OperatingSystem.MAC)).endsWith("tell application \"System Events\" to restart");
    }
}
