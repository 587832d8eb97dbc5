// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obnova.host.crash.Strace.Ended;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;

/** Prepares flows, finds their points, runs them with a mishap, and judges what is left. */
final class Sweep {
    private final Path folder;
    private final Strace strace;
    private final List<Start> starts = new ArrayList<>();
    private final Map<Start, List<Call>> calls = new ConcurrentHashMap<>();

    /** A flow, and the desk on which it begins. */
    record Start(Flow flow, Desk desk) {}

    /**
     * What came of a point.
     *
     * @param loss what was lost, or was not as it should be; null: nothing
     */
    record Outcome(Point point, @Nullable String loss) {}

    /** Prepares these flows in this folder. */
    Sweep(Path folder, List<Flow> flows) throws IOException {
        this.folder = folder;
        for (Manner manner : Manner.values()) {
            TestAuthority authority = new TestAuthority(KeyAlgorithm.EC_P256, Workplace.NOW);
            for (Flow flow : flows) {
                Path path = folder.resolve("start-" + flow.name() + "-" + manner);
                Desk desk = flow.after()
                        .map(before -> performed(before, manner, path))
                        .orElseGet(() -> Desk.empty(path, manner, authority));
                flow.prepare(desk, authority);
                starts.add(new Start(flow, desk));
            }
        }
        strace = new Strace(new ChildJava(folder, trained()));
    }

    private Desk performed(Flow before, Manner manner, Path path) {
        Desk desk = start(before, manner).desk().copy(path);
        before.perform(desk);
        return Desk.at(path, manner);
    }

    private Start start(Flow flow, Manner manner) {
        return starts.stream()
                .filter(each ->
                        each.flow().name().equals(flow.name()) && each.desk().manner() == manner)
                .findFirst()
                .orElseThrow();
    }

    /** All flows in the manner that is fast, and one in the other for its algorithm. */
    private List<Start> trained() {
        return starts.stream()
                .filter(each -> each.desk().manner() == Manner.GENERATIONS || each.equals(starts.getFirst()))
                .map(each -> new Start(
                        each.flow(),
                        each.desk()
                                .copy(folder.resolve("training-" + each.flow().name() + "-"
                                        + each.desk().manner()))))
                .toList();
    }

    /** The flows in all manners. */
    List<Start> starts() {
        return starts;
    }

    /** The points of a flow in one manner. */
    List<Point> points(Start start) throws IOException {
        return Point.all(start.flow(), undisturbed(start), calls(start));
    }

    /** Where {@link #calls} were made. */
    Desk undisturbed(Start start) {
        Path path = folder.resolve(
                "undisturbed-" + start.flow().name() + "-" + start.desk().manner());
        return Files.exists(path)
                ? Desk.at(path, start.desk().manner())
                : start.desk().copy(path);
    }

    /** The system calls of the flow without a mishap. */
    List<Call> calls(Start start) throws IOException {
        List<Call> known = calls.get(start);
        if (known == null) {
            Desk desk = undisturbed(start);
            known = strace.calls(start.flow(), desk);
            calls.put(start, known);
            start.flow().requireWhole(Desk.at(desk.folder(), desk.manner()), new Judge(desk.beside("openssl")));
        }
        return known;
    }

    /** Runs a point of a flow whose points were counted. */
    Outcome run(Point point, int number) {
        Start start = start(point.flow(), point.manner());
        Desk desk = start.desk().copy(folder.resolve("point-" + number));
        try {
            Map<Path, byte[]> before = Secrets.contents(desk);
            Ended ended = strace.disturbed(point.flow(), desk, point);
            judge(point, ended, before, Desk.at(desk.folder(), desk.manner()), undisturbed(start));
            return new Outcome(point, null);
        } catch (Fault | AssertionError e) {
            return new Outcome(point, described(e));
        } catch (IOException e) {
            throw new AssertionError(point.toString(), e);
        } finally {
            desk.remove();
        }
    }

    private static void judge(Point point, Ended ended, Map<Path, byte[]> before, Desk desk, Desk undisturbed) {
        Optional<byte[]> answer = answer(point, ended);
        Map<Path, byte[]> left = Secrets.contents(desk);
        Judge judge = new Judge(desk.beside("openssl"));
        Agreement.require(desk);
        point.flow().signing().forEach(each -> judge.requireSigns(desk, each));
        Path old = desk.folder().relativize(desk.containers().resolve(desk.toldText("old-file")));
        before.forEach((name, content) -> {
            if (name.equals(old) || name.startsWith("drive")) {
                Judge.require(Arrays.equals(content, left.get(name)), name + " is not as it was");
            }
        });
        try {
            byte[] again = point.flow().perform(desk);
            Judge.require(
                    answer.map(first -> Arrays.equals(first, again)).orElse(true), "another answer than the first");
        } catch (Fault e) {
            throw new AssertionError("it does not go on: " + e.code() + ": " + e.getMessage(), e);
        }
        Desk after = Desk.at(desk.folder(), desk.manner());
        point.flow().requireWhole(after, judge);
        Agreement.require(after);
        judge.requireSigns(after, "old");
        Judge.require(after.hidden().isEmpty(), "unfinished files stay: " + after.hidden());
        Secrets secrets = new Secrets();
        secrets.addKeys(after);
        // The keys that the killed process may have made and not kept: each process makes the same.
        secrets.addKeys(undisturbed);
        secrets.requireNone(left);
        secrets.requireNone(Secrets.contents(after));
    }

    /** What the process acknowledged, after it ended as it had to. */
    private static Optional<byte[]> answer(Point point, Ended ended) {
        if (point.mishap() == Mishap.KILLED) {
            Judge.require(ended.killed(), "the point was not reached: " + ended);
            Judge.require(ended.said().isEmpty(), "it had acknowledged already: " + ended.said());
            return Optional.empty();
        }
        Judge.require(ended.status() == 0, "the process did not live on: " + ended);
        Judge.require(ended.hits() > 0, "the point was not reached: " + ended);
        String fault = Subject.FAULT + point.mishap().code() + " 0";
        List<String> faults = ended.said().stream()
                .filter(each -> each.startsWith(Subject.FAULT))
                .toList();
        Judge.require(!faults.isEmpty(), "the failure was not told: " + ended);
        Judge.require(faults.stream().allMatch(fault::equals), "it told otherwise: " + ended);
        // Threads are counted for themselves, so one started for the second attempt may meet the mishap again.
        Judge.require(faults.size() <= ended.hits(), "it failed again without a mishap: " + ended);
        return ended.said().stream()
                .filter(each -> each.startsWith(Subject.DONE))
                .map(each -> Base64.getDecoder().decode(each.substring(Subject.DONE.length())))
                .findFirst();
    }

    private static String described(Throwable e) {
        Throwable origin = e.getCause() == null ? e : e.getCause();
        return e.getMessage()
                + Stream.of(origin.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("org.obnova."))
                        .limit(12)
                        .map(frame -> "\n    " + frame.getFileName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining());
    }
}
