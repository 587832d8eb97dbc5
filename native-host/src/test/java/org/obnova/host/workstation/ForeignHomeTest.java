// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.obnova.host.person.Faults.assertFault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;

/** {@code sudo -E}: the administrator with HOME of somebody else. Only root can play it. */
class ForeignHomeTest {
    private static final int SOMEBODY = 12345;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Computer computer;

    @BeforeEach
    void homeOfSomebodyElse() throws IOException {
        computer = new Computer(folder).with("/usr/bin/chromium");
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "only root");
        Files.setAttribute(computer.home, "unix:uid", SOMEBODY);
    }

    @Test
    void nothingIsWrittenThere() throws IOException {
        Map<String, String> before = computer.tree();

        assertFault(ErrorCode.FOREIGN_HOME, () -> computer.change(Scope.USER, Direction.INSTALL));
        assertFault(ErrorCode.FOREIGN_HOME, () -> computer.change(Scope.USER, Direction.UNINSTALL));
        assertFault(
                ErrorCode.FOREIGN_HOME,
                () -> computer.workstation()
                        .personal(computer.service)
                        .getFirst()
                        .install(Computer.task()));

        assertThat(computer.tree()).isEqualTo(before);
    }

    @Test
    void whatIsForEverybody_isSetUpAllTheSame() {
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL);
        assertThat(computer.status("policy.chromium")).isEqualTo(Status.READY);
    }

    @Test
    void ownHome_isNoForeignOne() throws IOException {
        Files.setAttribute(computer.home, "unix:uid", 0);
        computer.changeWell(Scope.USER, Direction.INSTALL);
    }
}
