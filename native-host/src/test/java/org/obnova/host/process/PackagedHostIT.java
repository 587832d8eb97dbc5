// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.json.JsonException;

/** The image as it is shipped: {@code target/obnova-host}. */
class PackagedHostIT {
    private static final Path IMAGE = Path.of("target/obnova-host").toAbsolutePath();
    private static final Path LAUNCHER = IMAGE.resolve("bin/obnova-host");
    private static final String HELLO =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\",\"params\":{\"protocol\":1}}";

    @TempDir
    Path home;

    @Test
    void launcher_answerHello_whenABrowserStartsIt() throws IOException, JsonException, InterruptedException {
        assertThatItAnswers(List.of(LAUNCHER.toString(), HostProcess.OUR_ORIGIN));
    }

    @Test
    void launcher_answerHello_whenStartedThroughLinks() throws IOException, JsonException, InterruptedException {
        Path first = Files.createSymbolicLink(home.resolve("first"), LAUNCHER);
        Path second = Files.createSymbolicLink(home.resolve("second"), Path.of("first"));

        assertThatItAnswers(List.of(second.toString(), HostProcess.OUR_ORIGIN));
        assertThat(first).isSymbolicLink();
    }

    @Test
    void launcher_answerHello_whenTheImageWasMoved() throws IOException, JsonException, InterruptedException {
        Path moved = home.resolve("another place");
        copy(IMAGE, moved);

        assertThatItAnswers(List.of(moved.resolve("bin/obnova-host").toString(), HostProcess.OUR_ORIGIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void launcher_ignoreTheEnvironment_whenItTellsJavaSomething(String variable)
            throws IOException, JsonException, InterruptedException {
        assertThatItAnswers(
                List.of("env", variable + "=-XX:+NoSuchOption", LAUNCHER.toString(), HostProcess.OUR_ORIGIN));
    }

    /** The library of the command line is rewritten for the cache: without it the verifier reads it anew. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "storages --json", "certificates", "entropy --help"})
    void commandLine_work_whenPackaged(String arguments) throws IOException, InterruptedException {
        List<String> command = java("-XX:AOTMode=off");
        command.add("org.obnova.host.Main");
        command.addAll(List.of(arguments.split(" ", -1)));

        try (HostProcess host = HostProcess.startCommand(home, Map.of(), command)) {
            host.closeInput();
            assertThat(host.exitStatus()).isZero();
        }
    }

    /** With {@code on} the JVM refuses to start when it refuses the cache, e.g. because the options of both differ. */
    @Test
    void classCache_takenByTheRuntime_underTheOptionsOfTheLauncher()
            throws IOException, JsonException, InterruptedException {
        List<String> command = java("-XX:AOTMode=on");
        command.addAll(List.of("org.obnova.host.Main", HostProcess.OUR_ORIGIN));

        assertThatItAnswers(command);
    }

    @Test
    void classCache_beRefused_whenTheHeapDiffers() throws IOException, InterruptedException {
        List<String> command =
                java("-XX:AOTMode=on", "-XX:+UseParallelGC", "-XX:-UseSerialGC", "-XX:-UseCompressedOops");
        command.addAll(List.of("org.obnova.host.Main", HostProcess.OUR_ORIGIN));

        try (HostProcess host = HostProcess.startCommand(home, Map.of(), command)) {
            assertThat(host.exitStatus()).isNotZero();
        }
    }

    @Test
    void classCache_notWritable_byAnybody() throws IOException {
        assertThat(Files.getPosixFilePermissions(IMAGE.resolve("lib/obnova-host.aot"), LinkOption.NOFOLLOW_LINKS))
                .noneMatch(permission -> permission.name().endsWith("_WRITE"));
    }

    @Test
    void libraries_withoutMakersSignatures_whichWouldKeepThemOutOfTheCache() throws IOException {
        try (Stream<Path> files = Files.list(IMAGE.resolve("lib"))) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (JarFile opened = new JarFile(jar.toFile())) {
                    assertThat(opened.stream().map(entry -> entry.getName()))
                            .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"));
                }
            }
        }
    }

    @Test
    void image_withoutTheRehearsal_thatMadeItsCache() throws IOException {
        try (JarFile host = new JarFile(IMAGE.resolve("lib/obnova-host.jar").toFile())) {
            assertThat(host.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.startsWith("org/obnova/image"));
        }
    }

    /** The launcher's own command with further options. */
    private static List<String> java(String... options) throws IOException {
        String script = Files.readString(LAUNCHER);
        int start = script.indexOf("-cp \"") + "-cp \"".length();
        String lib = IMAGE.resolve("lib").toString();
        String classPath = script.substring(start, script.indexOf('"', start)).replace("$lib", lib);
        List<String> command = new ArrayList<>(List.of(
                IMAGE.resolve("runtime/bin/java").toString(),
                "@" + lib + "/obnova-host.options",
                "-XX:AOTCache=" + lib + "/obnova-host.aot",
                "-Djava.library.path=" + lib,
                "-cp",
                classPath.replace(":", File.pathSeparator)));
        command.addAll(List.of(options));
        return command;
    }

    private void assertThatItAnswers(List<String> command) throws IOException, JsonException, InterruptedException {
        try (HostProcess host = HostProcess.startCommand(home, Map.of(), command)) {
            host.send(HELLO);

            assertThat(host.reply().isResult()).isTrue();
            host.closeInput();
            assertThat(host.exitStatus()).isZero();
            assertThat(home.resolve("stderr")).isEmptyFile();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                // The cache holds each jar's time of change.
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
