// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds driver processes. */
final class Children {
    private Children() {}

    /** The one process beneath {@code parent} that serves this library. */
    static ProcessHandle of(ProcessHandle parent, Path library) {
        return parent.descendants()
                .filter(each -> commandLine(each).contains(library.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String commandLine(ProcessHandle process) {
        return read(process, "cmdline");
    }

    /** What Linux tells of a process; empty where it is gone. */
    static String read(ProcessHandle process, String what) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/" + what));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
