// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

class FileLogTest {
    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00.123Z");
    private static final long LARGEST = 256 * 1024;

    @TempDir
    Path folder;

    @Test
    void notes_holdTimeMethodAndCode_andNothingThatAFaultTold() throws IOException {
        FileLog log = log();

        log.done("hello");
        log.failed("renewal.begin", new Fault(ErrorCode.SETTINGS_INVALID, "Анна Каренина, 112-233-445 95"));

        assertThat(Files.readAllLines(file()))
                .containsExactly(
                        "2026-04-01T09:00:00.123Z hello done",
                        "2026-04-01T09:00:00.123Z renewal.begin " + ErrorCode.SETTINGS_INVALID.number()
                                + " settings_invalid");
    }

    @Test
    void incident_hasANumberAndPlaces_butNoMessageOfTheProgram() throws IOException {
        String told = log().incident(new IllegalStateException("PIN 12345678", new IOException("/home/anna/key.p12")));

        assertThat(Files.readString(file()))
                .contains(told.split(",", 2)[0], "java.lang.IllegalStateException", "java.io.IOException")
                .doesNotContain("12345678", "anna");
    }

    @Test
    void largeLog_isTurnedOver_andOneOlderIsKept() throws IOException {
        FileLog log = log();
        for (int turn = 1; turn <= 3; turn++) {
            log.done("turn" + turn);
            Files.write(file(), new byte[(int) LARGEST], java.nio.file.StandardOpenOption.APPEND);
        }
        log.done("last");

        assertThat(names()).containsExactly("host.log", "host.log.1");
        assertThat(Files.readAllLines(file())).containsExactly("2026-04-01T09:00:00.123Z last done");
        assertThat(Files.readString(folder.resolve("state/host.log.1"))).startsWith("2026-04-01T09:00:00.123Z turn3");
    }

    @Test
    void log_thatIsNotTooLargeYet_goesOn() throws IOException {
        log().done("first");
        long left = LARGEST - Files.size(file());
        Files.write(file(), new byte[(int) left], java.nio.file.StandardOpenOption.APPEND);

        log().done("second");

        assertThat(names()).containsExactly("host.log");
    }

    @Test
    void folder_isThePersonsAlone() throws IOException {
        log().done("hello");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state"))))
                .isEqualTo("rwx------");
    }

    @Test
    void logThatCannotBeWritten_stopsNoWork() throws IOException {
        Files.writeString(folder.resolve("state"), "a file in place of the folder");

        assertThatCode(() -> log().done("hello")).doesNotThrowAnyException();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private Path file() {
        return folder.resolve("state/host.log");
    }

    private FileLog log() {
        return new FileLog(this::file, () -> NOW);
    }
}
