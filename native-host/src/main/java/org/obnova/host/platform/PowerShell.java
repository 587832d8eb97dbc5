// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Windows PowerShell, by its whole path: a bare name would be looked for in the folder of the caller and along PATH, and what lies there may be anybody's. */
public final class PowerShell {
    private static final Pattern FOLDER = Pattern.compile("[A-Za-z]:\\\\[^/\"]+");
    private static final String USUAL = "C:\\Windows";

    private PowerShell() {}

    /**
     * The command line that runs a script.
     *
     * @param environment where {@code SystemRoot} says where Windows lies
     */
    public static List<String> command(Map<String, String> environment, String script) {
        String named = environment.getOrDefault("SystemRoot", USUAL);
        String windows = FOLDER.matcher(named).matches() ? named : USUAL;
        return List.of(
                windows + "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
                "-NoLogo",
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                script);
    }
}
