// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.host;

import java.nio.file.Path;
import java.util.List;

/** Starts a host as a browser does, and greets it. */
@FunctionalInterface
public interface HostTrial {
    /** What came of it. */
    sealed interface Answer {
        /** It greeted back. */
        record Version(String version) implements Answer {}

        /** The system would not start it. */
        record NotStarted(String why) implements Answer {}

        /** It ended without an answer. */
        record Ended(int status) implements Answer {}

        /** It did not answer in time. */
        record Silent() implements Answer {}

        /** It answered something else. */
        record Garbled() implements Answer {}
    }

    /** Waits some seconds at most; the process is gone then. */
    Answer greet(Path program, List<String> arguments);
}
