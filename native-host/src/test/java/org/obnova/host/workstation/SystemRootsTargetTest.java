// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;

/** {@link SystemRootsTarget} through Debian's update-ca-certificates; what is trusted is told by openssl. */
class SystemRootsTargetTest {
    private static final String[] ASIDE = {"/run", "/home/anna/.local"};

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Computer computer;

    @BeforeEach
    void aDebian() throws IOException {
        computer = new Computer(folder).withDebiansStore();
    }

    private String verify() throws IOException, InterruptedException {
        Path root = Files.writeString(
                folder.resolve("root.pem"), RootCertificate.of(TestRoots.EXTERN).pem());
        return Computer.run(
                Map.of(),
                "openssl",
                "verify",
                "-no-CAfile",
                "-no-CAstore",
                "-CApath",
                computer.root.resolve("etc/ssl/certs").toString(),
                root.toString());
    }

    @Test
    void install_makesTheSystemTrustTheRoot_andUninstallLeavesTheSameTree() throws IOException, InterruptedException {
        Map<String, String> before = computer.tree(ASIDE);
        assertThat(verify()).doesNotStartWith("0");
        assertThat(computer.status("roots.system")).isEqualTo(Status.MISSING);

        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "roots.system");
        assertThat(verify()).startsWith("0");
        assertThat(computer.status("roots.system")).isEqualTo(Status.READY);
        assertThat(computer.target("roots.system").plan(Direction.INSTALL)).isEmpty();

        computer.changeWell(Scope.SYSTEM, Direction.UNINSTALL, "roots.system");
        assertThat(verify()).doesNotStartWith("0");
        assertThat(computer.tree(ASIDE)).isEqualTo(before);
    }

    @Test
    void undo_needsTheRecordOnly_andTheSystemTrustsNoMore() throws IOException, InterruptedException {
        Map<String, String> before = computer.tree(ASIDE);
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "roots.system");

        assertThat(computer.workstation().undo(Computer.task(), Scope.SYSTEM))
                .singleElement()
                .satisfies(each -> assertThat(each.fault()).isNull());

        assertThat(verify()).doesNotStartWith("0");
        assertThat(computer.tree(ASIDE)).isEqualTo(before);
    }

    @Test
    void install_isNoSuccess_whereTheSystemsProgramFails() throws IOException {
        Path tool = computer.root.resolve("usr/sbin/update-ca-certificates");
        Files.writeString(tool, "#!/bin/sh\nexit 3\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();

        assertThat(Objects.requireNonNull(computer.change(Scope.SYSTEM, Direction.INSTALL, "roots.system")
                                .getFirst()
                                .fault())
                        .code())
                .isEqualTo(ErrorCode.SETUP_TOOL_FAILED);
        assertThat(computer.status("roots.system")).isEqualTo(Status.MISSING);
        assertThatThrownBy(() -> computer.change(Scope.USER, Direction.INSTALL, "roots.system"))
                .hasFieldOrPropertyWithValue("code", ErrorCode.ADMINISTRATOR_NEEDED);
    }
}
