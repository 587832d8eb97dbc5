// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.nio.file.Path;
import java.security.Security;
import java.util.Base64;
import java.util.List;
import org.obnova.host.fault.Fault;

/**
 * The process to which mishaps happen: runs flows as the host would, and says on standard output what came of each. A failure is told, and the flow is tried again in
 * the same process, which lives on.
 */
public final class Subject {
    /** Begins the line that acknowledges; the answer in Base64 follows. */
    static final String DONE = "done ";
    /** Begins the line that tells of a failure: its code, and how many hidden files lie about. */
    static final String FAULT = "fault ";

    private static final int ATTEMPTS = 2;

    private Subject() {}

    /** What {@link #main} wants to hear to run this flow. */
    static List<String> arguments(Flow flow, Desk desk) {
        return List.of(flow.name(), desk.manner().name(), desk.folder().toString());
    }

    /** Runs flows, each named by three arguments. */
    public static void main(String[] arguments) {
        // Each run makes the same keys, so that files have the same names, by which points are aimed at.
        Security.insertProviderAt(new SameRandom(), 1);
        for (int i = 0; i < arguments.length; i += 3) {
            Flow flow = Flows.of(arguments[i]);
            run(flow, Manner.valueOf(arguments[i + 1]), Path.of(arguments[i + 2]));
        }
    }

    private static void run(Flow flow, Manner manner, Path folder) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Desk desk = Desk.at(folder, manner);
            try {
                byte[] answer = flow.perform(desk);
                say(DONE + Base64.getEncoder().encodeToString(answer));
                return;
            } catch (Fault e) {
                say(FAULT + e.code() + " " + desk.hidden().size());
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
