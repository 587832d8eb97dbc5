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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the computer has to be restarted: once a provider was upgraded, until it was. */
class AwaitedRestartTest {
    private static final String NOTE = "/home/anna/.local/state/obnova/restart.json";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Computer computer;

    @BeforeEach
    void started() {
        computer = new Computer(folder);
        starts("one");
    }

    private void starts(String id) {
        computer.put("/proc/sys/kernel/random/boot_id", id + "\n");
    }

    private void provider(String version) {
        computer.put("/opt/cprocsp/bin/amd64/csptest", "");
        computer.put("/etc/opt/cprocsp/release", "CryptoPro CSP " + version);
    }

    private Restart awaited() {
        return computer.workstation().awaitedRestart(Computer.task());
    }

    /** The service's two cases: 2.0 to 4.0 R3 become 4.0 R4, and 5.0 Beta becomes 5.0 R1. */
    @ParameterizedTest
    @CsvSource({"2.0.4112, 4.0.9963", "3.6.7777, 4.0.9963", "4.0.9944, 4.0.9963", "5.0.10003, 5.0.11455"})
    void upgradedProvider_waits_untilTheComputerWasStartedAnew(String from, String to) {
        provider(from);
        assertThat(awaited()).isEqualTo(Restart.NONE);
        provider(to);
        assertThat(awaited()).isEqualTo(Restart.COMPUTER);
        assertThat(awaited()).as("asked again").isEqualTo(Restart.COMPUTER);
        starts("two");
        assertThat(awaited()).isEqualTo(Restart.NONE);
        assertThat(awaited()).as("asked again").isEqualTo(Restart.NONE);
    }

    @Test
    void upgradeBetweenTwoStarts_waitsForNothing() {
        provider("4.0.9944");
        awaited();
        starts("two");
        provider("4.0.9963");
        assertThat(awaited()).isEqualTo(Restart.NONE);
    }

    @Test
    void providerThatIsGone_isNotWaitedFor() throws IOException {
        provider("4.0.9944");
        awaited();
        provider("4.0.9963");
        awaited();
        Files.delete(computer.root.resolve("etc/opt/cprocsp/release"));
        assertThat(awaited()).isEqualTo(Restart.NONE);
    }

    @Test
    void computerWithoutAProvider_getsNoFile() {
        assertThat(awaited()).isEqualTo(Restart.NONE);
        assertThat(computer.has(NOTE)).isFalse();
    }

    @Test
    void computerThatDoesNotTellItsStarts_isNotRestarted() throws IOException {
        Files.delete(computer.root.resolve("proc/sys/kernel/random/boot_id"));
        provider("4.0.9944");
        awaited();
        provider("4.0.9963");
        assertThat(awaited()).isEqualTo(Restart.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"formatVersion\": 2}", "{\"formatVersion\": 1, \"boot\": \"one\"}"})
    void damagedNote_isBegunAnew(String content) {
        provider("4.0.9944");
        computer.put(NOTE, content);
        assertThat(awaited()).isEqualTo(Restart.NONE);
        provider("4.0.9963");
        assertThat(awaited()).isEqualTo(Restart.COMPUTER);
    }

    @Test
    void noteThatCannotBeWritten_keepsNobodyFromTheCheck() {
        provider("4.0.9944");
        computer.put("/home/anna/.local/state/obnova", "a file in the folder's place");
        assertThat(awaited()).isEqualTo(Restart.NONE);
    }

    @Test
    void windows_countsItsStartsInTheRegistry() {
        String[] count = {"0x5a"};
        List<String> said = new java.util.ArrayList<>();
        BootId boot =
                new BootId(new SystemRoot(computer.root, computer.home, Map.of(), OperatingSystem.WINDOWS), command -> {
                    said.addAll(command);
                    return "\r\nHKEY_LOCAL_MACHINE\\SYSTEM\r\n    BootId    REG_DWORD    " + count[0] + "\r\n";
                });
        assertThat(boot.current()).contains("0x5a");
        assertThat(said).contains("query", "/v", "BootId");
        count[0] = "nothing";
        assertThat(boot.current()).isEmpty();
    }
}
