// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The foreign program that lists system calls and, where told, kills the process at one or makes it fail. */
final class Strace {
    private static final int KILLED = 128 + 9;
    private static final int MOST_SECONDS = 120;

    private final ChildJava java;

    Strace(ChildJava java) {
        this.java = java;
    }

    /**
     * How a process ended.
     *
     * @param said its lines on standard output
     * @param erred its standard error, with strace's own
     * @param hits how often the mishap came
     */
    record Ended(int status, List<String> said, String erred, long hits) {
        boolean killed() {
            return status == KILLED;
        }
    }

    /** Why processes cannot be traced here; empty where they can. */
    static Optional<String> whyNot(Path folder) {
        try {
            Path said = folder.resolve("strace");
            Process process = new ProcessBuilder("strace", "-f", "-o", "/dev/null", "-e", "trace=none", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int status = finished(process);
            return status == 0
                    ? Optional.empty()
                    : Optional.of(
                            "strace may not trace: " + Files.readString(said).strip());
        } catch (IOException e) {
            return Optional.of("there is no strace: " + e.getMessage());
        }
    }

    /** The calls of a flow that may change files, from first to last, with those that open, and what it said. */
    List<Call> calls(Flow flow, Desk desk) throws IOException {
        Path logs = Files.createDirectory(desk.beside("trace"));
        List<String> all = new ArrayList<>(Call.CHANGING);
        all.addAll(Call.OPENING);
        Ended ended = run(
                flow,
                desk,
                List.of(
                        // A log for each thread: lines are whole then.
                        "-ff",
                        "-ttt",
                        "-y",
                        "-s",
                        "16",
                        "-o",
                        logs.resolve("log").toString(),
                        // With a question mark: older names that not every machine has.
                        "-e",
                        all.stream().map(name -> "?" + name).collect(Collectors.joining(",", "trace=", ""))));
        if (ended.status() != 0 || !ended.said().getLast().startsWith(Subject.DONE)) {
            throw new AssertionError(flow.name() + " does not end well without a mishap: " + ended);
        }
        List<Call> calls = new ArrayList<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(logs)) {
            for (Path each : threads) {
                for (String line : Files.readAllLines(each, StandardCharsets.ISO_8859_1)) {
                    Call.of(String.valueOf(each.getFileName()), line).ifPresent(calls::add);
                }
            }
        }
        calls.sort(Comparator.comparingDouble(Call::time));
        return calls;
    }

    /** Runs the flow with a mishap. */
    Ended disturbed(Flow flow, Desk desk, Point point) throws IOException {
        Path log = desk.beside("log");
        Ended ended = run(
                flow,
                desk,
                List.of(
                        "-f",
                        "-o",
                        log.toString(),
                        "-P",
                        point.path(desk),
                        "-e",
                        "trace=" + point.call(),
                        "-e",
                        "inject=" + point.call() + ":" + point.mishap().injection() + ":when=" + point.occurrence()));
        long hits;
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            hits = lines.filter(line -> line.contains("(INJECTED)")).count();
        }
        return new Ended(ended.status(), ended.said(), ended.erred(), hits);
    }

    private Ended run(Flow flow, Desk desk, List<String> options) throws IOException {
        // Not with --seccomp-bpf: strace 6.1 then forgets the signal of a call whose end it does not wait for.
        List<String> command = new ArrayList<>(List.of("strace"));
        command.addAll(options);
        command.addAll(java.command(flow, desk));
        Path said = desk.beside("said");
        Path erred = desk.beside("erred");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(desk.person().toFile())
                .redirectOutput(said.toFile())
                .redirectError(erred.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        desk.person().toString(),
                        "TMPDIR",
                        desk.temporary().toString()));
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "LC_ALL", "LANG"));
        int status = finished(builder.start());
        return new Ended(status, Files.readAllLines(said), Files.readString(erred), 0);
    }

    private static int finished(Process process) {
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(
                        "hangs: " + process.info().commandLine().orElse(""));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
