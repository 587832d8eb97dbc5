// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.obnova.host.messaging.StandardStreams;
import org.obnova.host.storage.token.worker.DriverWorker;

/**
 * A driver process: {@code driver-worker MODULE} with frames over standard input and output, or {@code driver-worker IN OUT MODULE} with frames over
 * two other open files, such as {@code /dev/fd/4}.
 */
final class DriverMain {
    private static final int CANNOT_READ = 66;
    private static final int NAMED_FILES = 4;

    private DriverMain() {}

    /** Serves until the end of input; answers the exit status. */
    static int run(String[] args, StandardStreams streams) {
        Runnable byForce = new ByForce();
        if (args.length < NAMED_FILES) {
            DriverWorker.serve(Path.of(args[1]), streams.in(), streams.out(), byForce);
            return 0;
        }
        try (FileInputStream in = new FileInputStream(args[1]);
                FileOutputStream out = new FileOutputStream(args[2])) {
            DriverWorker.serve(Path.of(args[3]), in, out, byForce);
            return 0;
        } catch (IOException e) {
            return CANNOT_READ;
        }
    }

    /**
     * An end that no library can delay: an ordinary one runs what libraries left to be done at exit, and one that hangs would keep the process.
     */
    private static final class ByForce implements Runnable {
        @Override
        @SuppressWarnings("EmptyCatch")
        public void run() {
            if (File.separatorChar == '/') {
                try {
                    new ProcessBuilder("/bin/sh", "-c", "kill -9 $PPID").start().waitFor();
                } catch (IOException | InterruptedException ignored) {
                    // Then the ordinary way.
                }
            }
            Main.halt(0);
        }
    }
}
