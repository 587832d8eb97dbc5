// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Verdict;
import org.obnova.host.workstation.InstalledProvider;

class ProviderCheckTest {
    @TempDir
    Path root;

    @Test
    void computerWithoutTheProvider_lacksNothing() {
        assertThat(find()).returns(Verdict.OK, Finding::verdict);
        assertThat(find().detail().russian()).isEqualTo("Не установлен: Обнове он не нужен.");
    }

    @ParameterizedTest
    @CsvSource({
        "5.0.11455 KC1 Release Ver:5.0.11455 OS:Linux CPU:AMD64, 5.0.11455",
        "CryptoPro CSP 4.0.9944-5 release, 4.0.9944",
        "Ver: 4.0.9963, 4.0.9963"
    })
    void itsOwnFile_saysTheVersion(String content, String version) throws IOException {
        install();
        Files.writeString(root.resolve("release"), content);
        assertThat(find().verdict()).isEqualTo(Verdict.OK);
        assertThat(find().detail().russian()).isEqualTo("Версия " + version + ".");
    }

    @Test
    void dpkg_saysTheVersion_whereItsFileDoesNot() throws IOException {
        install();
        Files.writeString(root.resolve("release"), "unknown");
        Files.writeString(root.resolve("status"), """
                Package: other
                Status: install ok installed
                Version: 9.9.9999-1

                Package: lsb-cprocsp-base
                Status: install ok installed
                Version: 4.0.9944-5

                Package: last
                Version: 8.8.8888
                """);
        assertThat(find().detail().english()).isEqualTo("Version 4.0.9944.");
    }

    @Test
    void otherPackagesVersions_areNotTakenForIts() throws IOException {
        install();
        Files.writeString(root.resolve("status"), """
                Package: lsb-cprocsp-base
                Status: deinstall ok config-files

                Package: last
                Version: 8.8.8888
                """);
        assertThat(find()).returns(Verdict.UNKNOWN, Finding::verdict).returns("version", Finding::reason);
    }

    private void install() throws IOException {
        Files.createDirectory(root.resolve("cprocsp"));
    }

    private Finding find() {
        return new ProviderCheck(new InstalledProvider(
                        List.of(root.resolve("nothing"), root.resolve("cprocsp")),
                        root.resolve("release"),
                        root.resolve("status")))
                .run();
    }
}
