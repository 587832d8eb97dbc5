// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.obnova.host.platform.Generations;

/** Whether a flow's system calls make durable what it acknowledges: after each step, and before its answer, a power cut changes nothing. */
final class Durability {
    private final Desk desk;
    private final List<Call> calls;
    private final List<String> violations = new ArrayList<>();

    private Durability(Desk desk, List<Call> calls) {
        this.desk = desk;
        this.calls = calls.stream().filter(Call::changes).toList();
    }

    /** What is wrong; empty: nothing. */
    static List<String> violations(Desk desk, List<Call> calls) {
        Durability durability = new Durability(desk, calls);
        durability.look();
        return durability.violations;
    }

    private void look() {
        for (int at = 0; at < calls.size(); at++) {
            Call call = calls.get(at);
            inside(call);
            if (call.paths().isEmpty() || !isOurs(call.paths().getFirst())) {
                continue;
            }
            switch (call.name()) {
                case "openat" -> created(call);
                case "write" -> synced(at, call.paths().getFirst(), "what was written is not synced");
                case "mkdir" -> synced(at, parent(call.paths().getFirst()), "a new folder's parent is not synced");
                case "rename" -> renamed(at, call);
                case "unlink" -> removed(at, call.paths().getFirst());
                case "fsync" -> {}
                default -> violations.add("a call that nobody thought of: " + call.text());
            }
        }
        if (answer() == calls.size()) {
            violations.add("there was no answer");
        }
    }

    /** Nothing may be written elsewhere, and calls must name what they write. */
    private void inside(Call call) {
        boolean elsewhere = call.paths().stream()
                .anyMatch(path -> !isOurs(path)
                        && !path.equals(desk.beside("said").toString())
                        && !path.startsWith("/proc/")
                        && !path.startsWith("/dev/"));
        if (elsewhere || (call.paths().isEmpty() && call.name().endsWith("at"))) {
            violations.add("written elsewhere: " + call.text());
        }
    }

    /** Files get their names when they are whole. */
    private void created(Call call) {
        Path file = Path.of(call.paths().getFirst());
        boolean lock = file.toString().endsWith("lock");
        boolean hidden = Generations.isHidden(file) && call.text().contains("O_EXCL");
        if (!lock && !hidden) {
            violations.add("written under its own name: " + call.text());
        }
        if (hidden && !call.text().contains("0600")) {
            violations.add("others may read it: " + call.text());
        }
    }

    private void renamed(int at, Call call) {
        String hidden = call.paths().getFirst();
        Call before = at == 0 ? call : calls.get(at - 1);
        if (!before.is("fsync", hidden)) {
            violations.add("not synced before its renaming: " + call.text());
        }
        synced(at, parent(call.paths().getLast()), "its folder is not synced after the renaming");
    }

    /** Before anything else is renamed, and before the answer. An older generation goes when the newer one is durable. */
    private void removed(int at, String path) {
        int next = at + 1;
        while (next < calls.size() && calls.get(next).name().equals("unlink")) {
            next++;
        }
        if (next == calls.size() || !calls.get(next).is("fsync", parent(path))) {
            violations.add("its folder is not synced after the removal: "
                    + calls.get(at).text());
        }
        boolean older = calls.subList(0, at).stream()
                .filter(each -> each.name().equals("rename"))
                .anyMatch(each ->
                        Generations.base(Path.of(each.paths().getLast())).equals(Generations.base(Path.of(path))));
        if (older
                && !calls.get(at - 1).is("fsync", parent(path))
                && !calls.get(at - 1).name().equals("unlink")) {
            violations.add(
                    "removed before the newer one is durable: " + calls.get(at).text());
        }
    }

    private void synced(int at, String path, String otherwise) {
        int next = at + 1;
        // A file may be written in several pieces.
        while (next < calls.size() && calls.get(next).is("write", path)) {
            next++;
        }
        if (next >= Math.min(calls.size(), answer()) || !calls.get(next).is("fsync", path)) {
            violations.add(otherwise + ": " + calls.get(at).text());
        }
    }

    /** Where the site gets its answer; behind the last call: nowhere. */
    private int answer() {
        for (int at = 0; at < calls.size(); at++) {
            if (calls.get(at).is("write", desk.beside("said").toString())) {
                return at;
            }
        }
        return calls.size();
    }

    private boolean isOurs(String path) {
        return path.startsWith(desk.folder() + "/") || path.equals(desk.folder().toString());
    }

    private static String parent(String path) {
        return Objects.requireNonNull(Path.of(path).getParent()).toString();
    }
}
