// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import org.obnova.host.messaging.StandardStreams;
import org.obnova.host.site.ExtensionCaller;

/** Where the process begins and ends. */
public final class Main {
    /** The command with which the host starts itself as a driver process. */
    private static final String DRIVER_WORKER = "driver-worker";

    /** The command with which the host starts itself to call NSS. */
    private static final String NSS_WORKER = "nss-worker";

    private Main() {}

    /** Serves a browser, or the person at the command line. */
    public static void main(String[] args) {
        Thread.currentThread().setUncaughtExceptionHandler(new Died());
        StandardStreams streams = StandardStreams.take();
        if (args.length > 1 && args[0].equals(DRIVER_WORKER)) {
            halt(DriverMain.run(args, streams));
        }
        if (args.length > 0 && args[0].equals(NSS_WORKER)) {
            halt(NssMain.run(args, streams));
        }
        Wiring wiring = new Wiring(streams);
        int status = ExtensionCaller.isBrowser(args)
                ? wiring.server(args, new Gone()).serve()
                : wiring.commandLine(args);
        halt(status);
    }

    /** Ends at once: windows and waiting requests keep no one. */
    static void halt(int status) {
        Runtime.getRuntime().halt(status);
    }

    /** The browser reads no more: it has gone. */
    private static final class Gone implements Runnable {
        @Override
        public void run() {
            halt(0);
        }
    }

    /** Something was thrown that nobody expected: a window that is open would keep the process alive without a browser. */
    private static final class Died implements Thread.UncaughtExceptionHandler {
        /** EX_SOFTWARE of sysexits.h. */
        private static final int INTERNAL_SOFTWARE_ERROR = 70;

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            thread.getThreadGroup().uncaughtException(thread, thrown); // As without this handler: to standard error.
            halt(INTERNAL_SOFTWARE_ERROR);
        }
    }
}
