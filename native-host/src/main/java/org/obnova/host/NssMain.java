// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.obnova.host.messaging.StandardStreams;
import org.obnova.host.personalstore.nss.worker.NssWorker;

/** The process of NSS: {@code nss-worker} over standard input and output, or {@code nss-worker IN OUT} over two other open files. */
final class NssMain {
    private static final int CANNOT_READ = 66;
    private static final int NAMED_FILES = 3;

    private NssMain() {}

    /** Answers one request; gives the exit status. */
    static int run(String[] args, StandardStreams streams) {
        try {
            if (args.length < NAMED_FILES) {
                NssWorker.serve(streams.in(), streams.out());
                return 0;
            }
            try (FileInputStream in = new FileInputStream(args[1]);
                    FileOutputStream out = new FileOutputStream(args[2])) {
                NssWorker.serve(in, out);
                return 0;
            }
        } catch (IOException e) {
            return CANNOT_READ;
        }
    }
}
