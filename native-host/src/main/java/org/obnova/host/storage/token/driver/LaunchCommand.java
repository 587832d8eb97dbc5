// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a driver process is started: by the image's own launcher, else, on a developer's class path, by the Java that runs here.
 *
 * <p>Frames do not go over standard output and input: a library that prints, or reads, would break them. Where there are Unix file descriptors, the
 * pipes are put aside as 3 and 4 first, and what the library prints goes nowhere.
 */
public final class LaunchCommand {
    private static final String WORD = "driver-worker";
    private static final String MAIN = "org.obnova.host.Main";
    private static final String ASIDE = "exec 3>&1 4<&0 1>&2 0</dev/null && exec \"$@\"";
    /** What the environment could tell any Java. */
    private static final List<String> FOREIGN_OPTIONS = List.of(
            "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_AOT_OPTIONS", "CLASSPATH", "JAVA_HOME");

    private final List<String> program;
    private final boolean unix;

    private LaunchCommand(List<String> program, boolean unix) {
        this.program = program;
        this.unix = unix;
    }

    /** As this program itself was started. */
    public static LaunchCommand ofThisProgram() {
        Path java = Path.of(System.getProperty("java.home"));
        boolean unix = File.separatorChar == '/';
        List<String> program =
                launcher().map(found -> List.of(found.toString())).orElseGet(() -> javaCommand(java));
        return new LaunchCommand(program, unix);
    }

    /** The image's own launcher; empty on a developer's class path. */
    public static Optional<Path> launcher() {
        Path java = Path.of(System.getProperty("java.home"));
        Path launcher =
                java.resolveSibling("bin").resolve(File.separatorChar == '/' ? "obnova-host" : "obnova-host.cmd");
        return Files.isExecutable(launcher) ? Optional.of(launcher) : Optional.empty();
    }

    /** A program that takes the launcher's place. */
    static LaunchCommand of(Path program) {
        return new LaunchCommand(List.of(program.toString()), File.separatorChar == '/');
    }

    private static List<String> javaCommand(Path java) {
        return List.of(
                java.resolve("bin").resolve("java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+SuppressFatalErrorMessage",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + System.getProperty("java.library.path", ""),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN);
    }

    /** Starts the process of a module. */
    Process start(Path library) throws IOException {
        return start(WORD, library.toString());
    }

    /**
     * Starts a process of this program that calls a foreign library. Its arguments are the word, where there are Unix descriptors the two files through which it speaks,
     * and what is given here. What it says on standard error is not read: it could be anything, a PIN too.
     */
    public Process start(String word, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (unix) {
            command.addAll(List.of("/bin/sh", "-c", ASIDE, "sh"));
        }
        command.addAll(program);
        command.add(word);
        if (unix) {
            command.addAll(List.of("/dev/fd/4", "/dev/fd/3"));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        FOREIGN_OPTIONS.forEach(builder.environment()::remove);
        return builder.start();
    }
}
