// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Driver processes with more in their environment: other makers' modules are told by it where their tokens lie. */
public final class PeerLaunch {
    private PeerLaunch() {}

    /** Starts them through a script, which is written to the folder. */
    public static LaunchCommand with(Path folder, Map<String, String> environment) throws IOException {
        return with(folder, environment, List.of());
    }

    /** As {@link #with(Path, Map)}, by these words, such as those of nsenter. */
    public static LaunchCommand with(Path folder, Map<String, String> environment, List<String> prefix)
            throws IOException {
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        environment.forEach((name, value) -> script.append("export ")
                .append(name)
                .append('=')
                .append(quoted(value))
                .append('\n'));
        script.append("exec ");
        prefix.forEach(word -> script.append(quoted(word)).append(' '));
        script.append(quoted(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString()))
                .append(
                        " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-CreateCoredumpOnCrash"
                                + " -XX:+UnlockDiagnosticVMOptions -XX:+SuppressFatalErrorMessage --enable-native-access=ALL-UNNAMED -cp ")
                .append(quoted(System.getProperty("java.class.path")))
                .append(" org.obnova.host.Main \"$@\"\n");
        Path file = Files.writeString(folder.resolve("driver.sh"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return LaunchCommand.of(file);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
