// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.wire.Call;

/** What a process may say instead of an answer. It is no driver but a script, in the driver's place. */
@Timeout(60)
class StrangeDriverTest {
    private static final String STARTED = "\\000\\000\\000\\001\\000";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ends at once,                   '',                                          DRIVER_CRASHED",
        "text instead of a frame,        'Welcome!\\n',                               DRIVER_CRASHED",
        "a length of 2 GB,               '" + STARTED + "\\177\\377\\377\\377',       DRIVER_CRASHED",
        "a negative length,              '" + STARTED + "\\377\\377\\377\\377',       DRIVER_CRASHED",
        "an answer of an unknown kind,   '" + STARTED + "\\000\\000\\000\\001\\011',  DRIVER_CRASHED",
        "a result of another call,       '" + STARTED + "\\000\\000\\000\\001\\002',  DRIVER_CRASHED",
        "more slots than octets,         '" + STARTED
                + "\\000\\000\\000\\005\\002\\177\\000\\000\\000', DRIVER_CRASHED",
        "octets after the end,           '" + STARTED
                + "\\000\\000\\000\\006\\002\\000\\000\\000\\000\\000', DRIVER_CRASHED",
        "half a frame,                   '" + STARTED + "\\000\\000\\000\\011\\002',  DRIVER_CRASHED",
        "no start but an answer,         '\\000\\000\\000\\005\\002\\000\\000\\000\\000', DRIVER_HANGS"
    })
    void strangeAnswer_beAFaultOfTheDriver(String name, String octets, ErrorCode expected) throws IOException {
        Fault fault = fault("sleep 0; printf '" + octets + "' >\"$2\""
                + (expected == ErrorCode.DRIVER_HANGS ? "; cat <\"$1\"" : ""));

        assertThat(fault.code()).as(name).isEqualTo(expected);
    }

    @Test
    void noise_beForgotten_whateverItsAmount() throws IOException {
        Fault fault = fault("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; exit 3");

        assertThat(fault.code()).isEqualTo(ErrorCode.DRIVER_CRASHED);
    }

    private Fault fault(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\nshift\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        try (Drivers drivers = new DriverProcesses(LaunchCommand.of(program), new Observer(), InstantSource.system())) {
            Driver driver = drivers.of(new ModuleEntry("Странный", Path.of("none.so"), Duration.ofMillis(1500)));
            return requireNonNull(catchThrowableOfType(Fault.class, () -> driver.call(new Call.Slots())));
        }
    }
}
