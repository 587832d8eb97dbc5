// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.UserType;

/** A host that holds a driver until it is killed. Arguments: the library, and what to do after the listing: "idle" or "hang". */
final class ShortLivedHost {
    private ShortLivedHost() {}

    public static void main(String[] arguments) throws IOException, CkrException {
        Path library = Path.of(arguments[0]);
        Driver driver = new DriverProcesses(LaunchCommand.ofThisProgram(), new Observer(), InstantSource.system())
                .of(new ModuleEntry("Тестовый", library, Duration.ofMinutes(10)));
        long slot = driver.call(new Call.Slots()).getFirst().slotId();
        try (Secret pin = Secret.ofPassword("12345678".toCharArray())) {
            driver.call(new Call.Login(slot, UserType.USER, pin));
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("ready");
        if (arguments[1].equals("hang")) {
            driver.call(new Call.Logout(slot));
        }
        System.in.read();
    }
}
