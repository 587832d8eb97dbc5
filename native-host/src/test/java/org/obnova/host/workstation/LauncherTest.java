// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Launcher}, and what is offered to everybody by it. The throwaway root's owner stands for root. */
class LauncherTest {
    private static final String PROGRAM = "opt/obnova/bin/obnova-host";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Computer computer;

    @BeforeEach
    void aComputerWithChromium() {
        computer = new Computer(folder).with("/usr/bin/chromium");
    }

    private boolean isOfferedToEverybody() {
        List<String> ids = computer.workstation().targets(computer.service).stream()
                .map(Target::id)
                .toList();
        assertThat(ids).contains("host-manifest.chromium");
        return ids.contains("host-manifest.chromium.system");
    }

    @Test
    void packagedProgram_isEverybodys() {
        assertThat(isOfferedToEverybody()).isTrue();
        assertThat(computer.workstation().command(computer.service)).isPresent();
    }

    @Test
    void whatAGroupOrOthersMayWrite_isNot_noMatterWhichPartOfItsPath() {
        for (String place : List.of("opt", "opt/obnova", "opt/obnova/bin", PROGRAM)) {
            for (String mode : List.of("rwxrwxr-x", "rwxr-xrwx")) {
                computer.mode(place, mode);
                assertThat(isOfferedToEverybody()).as(place + " " + mode).isFalse();
                assertThat(computer.workstation().command(computer.service)).isEmpty();
            }
            computer.mode(place, "rwxr-xr-x");
        }
        assertThat(isOfferedToEverybody()).isTrue();
    }

    /** Under sudo HOME is root's: that the program lies outside of it says nothing. */
    @Test
    void programThatIsNotOfTheRootsOwner_isNot() {
        SystemRoot real = new SystemRoot(Path.of("/"), Path.of("/root"), Map.of(), OperatingSystem.LINUX);
        Path below = computer.root.resolve(PROGRAM);
        assertThat(Launcher.isEverybodys(real, below))
                .as("the folder of tests lies in one that all may write")
                .isFalse();
    }

    @Test
    void link_countsByEachStepOfIt() throws IOException {
        Path program = computer.root.resolve(PROGRAM);
        Path inside = computer.root.resolve("opt/obnova/bin/real");
        Files.move(program, inside);
        Files.createSymbolicLink(program, Path.of("real"));
        assertThat(isOfferedToEverybody()).isTrue();

        Path home = computer.home.resolve("link");
        Files.createSymbolicLink(home, inside);
        Files.delete(program);
        Files.createSymbolicLink(program, home);
        computer.mode("home/anna", "rwxrwxr-x");
        assertThat(isOfferedToEverybody())
                .as("it leads to the package's program, by a way that others can change")
                .isFalse();

        Files.delete(program);
        Files.createSymbolicLink(program, Path.of("obnova-host"));
        assertThat(isOfferedToEverybody()).as("a ring").isFalse();
    }

    @Test
    void missingProgram_isNot() throws IOException {
        Files.delete(computer.root.resolve(PROGRAM));
        assertThat(isOfferedToEverybody()).isFalse();
    }
}
