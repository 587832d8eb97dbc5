// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One system call of a flow, and what happens there.
 *
 * @param relative the path that the call names, below the desk's folder
 * @param occurrence which call of this name and path, from 1, counted as strace counts: in each thread for itself
 */
record Point(Flow flow, Manner manner, Mishap mishap, String call, String relative, int occurrence) {
    /** Every call that may change a file of the desk, once for each mishap, in the order in which they come. */
    static List<Point> all(Flow flow, Desk desk, List<Call> calls) {
        Set<Point> points = new LinkedHashSet<>();
        String root = desk.folder() + "/";
        for (Call each : calls) {
            List<String> inside =
                    each.paths().stream().filter(path -> path.startsWith(root)).toList();
            if (each.changes() && !inside.isEmpty()) {
                String path = inside.getFirst();
                int occurrence = (int) calls.stream()
                        .filter(other -> other.thread().equals(each.thread()) && other.time() <= each.time())
                        .filter(other -> other.is(each.name(), path))
                        .count();
                for (Mishap mishap : Mishap.values()) {
                    points.add(new Point(
                            flow, desk.manner(), mishap, each.name(), path.substring(root.length()), occurrence));
                }
            }
        }
        return new ArrayList<>(points);
    }

    /** The path at another desk. */
    String path(Desk desk) {
        return desk.folder() + "/" + relative;
    }

    @Override
    public String toString() {
        return flow.name() + " " + manner + " " + mishap + " at " + call + " no. " + occurrence + " of " + relative;
    }
}
