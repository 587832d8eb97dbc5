// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Task;
import org.obnova.host.transfer.ExportFormat;
import org.obnova.host.transfer.TransferPrompt;

/** A person who names files, one a window, and gives up when there is none left. */
public final class FakeTransfers implements TransferPrompt {
    private final Deque<Path> sources = new ArrayDeque<>();
    private final Deque<Function<Contents, Decision>> decisions = new ArrayDeque<>();
    private final Deque<Order> orders = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Contents> shown = new ArrayList<>();
    private final List<Outgoing> outgoing = new ArrayList<>();

    /** Names these as what to take in. */
    public FakeTransfers names(Path... files) {
        sources.addAll(List.of(files));
        return this;
    }

    /** Has the first key copied. */
    public FakeTransfers copies() {
        decisions.add(contents -> new Decision(contents.keys().getFirst(), true));
        return this;
    }

    /** Has the key with that number, from 0, copied. */
    public FakeTransfers copies(int number) {
        decisions.add(contents -> new Decision(contents.keys().get(number), true));
        return this;
    }

    /** Uses the first key from where it lies. */
    public FakeTransfers stays() {
        decisions.add(contents -> new Decision(contents.keys().getFirst(), false));
        return this;
    }

    /** Has a key written there. */
    public FakeTransfers saves(ExportFormat format, Path file) {
        orders.add(new Order(format, file));
        return this;
    }

    /** What the windows said was wrong. */
    public List<String> problems() {
        return problems;
    }

    /** The contents shown so far. */
    public List<Contents> shown() {
        return shown;
    }

    /** What was to be written, as the windows showed it. */
    public List<Outgoing> outgoing() {
        return outgoing;
    }

    @Override
    public Path source(Task task, @Nullable String problem) {
        note(problem);
        return given(sources);
    }

    @Override
    public Decision decide(Task task, Contents contents) {
        shown.add(contents);
        return given(decisions).apply(contents);
    }

    @Override
    public Order target(Task task, Outgoing going, @Nullable String problem) {
        note(problem);
        outgoing.add(going);
        return given(orders);
    }

    private void note(@Nullable String problem) {
        if (problem != null) {
            problems.add(problem);
        }
    }

    private static <T> T given(Deque<T> answers) {
        T answer = answers.poll();
        if (answer == null) {
            throw new Fault(ErrorCode.CANCELLED, "the person closed the window");
        }
        return answer;
    }
}
