// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.obnova.host.fault.Fault;

/** A text file, turned over once when it grows large. It is opened for each note: notes are few, and the start shall not wait for a file. */
public final class FileLog implements EventLog {
    private static final long MAX_BYTES = 256 * 1024;
    private static final int MAX_FRAMES = 12;

    private final Supplier<Path> file;
    private final InstantSource clock;

    /** @param file asked for at the first note */
    public FileLog(Supplier<Path> file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void done(String method) {
        note(method + " done");
    }

    @Override
    public void failed(String method, Fault fault) {
        note(method + " " + fault.code().number() + " " + fault.code().wireName());
    }

    @Override
    public String incident(Throwable cause) {
        String number = Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
        StringBuilder lines = new StringBuilder("incident " + number);
        for (Throwable t = cause; t != null; t = t.getCause()) {
            // The message is left out: it may hold what was entered.
            lines.append(' ').append(t.getClass().getName());
            StackTraceElement[] trace = t.getStackTrace();
            for (int i = 0; i < Math.min(trace.length, MAX_FRAMES); i++) {
                lines.append(" at ").append(trace[i].getClassName()).append(':').append(trace[i].getLineNumber());
            }
        }
        note(lines.toString());
        return "incident " + number + ", " + cause.getClass().getName();
    }

    private synchronized void note(String line) {
        try {
            Path path = file.get();
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (Files.exists(path) && Files.size(path) > MAX_BYTES) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            String stamped = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n";
            Files.write(
                    path,
                    stamped.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | UnsupportedOperationException e) {
            return; // A log that cannot be written must not stop the work.
        }
    }
}
