// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.driver.LaunchCommand;

/** Starts the process of NSS, one for each request. */
public final class NssProcess {
    /** The word with which the host starts itself for that. */
    public static final String WORD = "nss-worker";

    /** The database may be in use, and each derivation of the key from a password takes a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LaunchCommand command;
    private final Duration patience;

    /** By this command. */
    public NssProcess(LaunchCommand command) {
        this(command, PATIENCE);
    }

    NssProcess(LaunchCommand command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** Whether there is an NSS that a process can load. */
    public boolean loads() {
        try {
            byte[] none = new byte[0];
            // Opened to be read: nothing is made there.
            NssAnswer answer = ask(new NssRequest.Sign("/nonexistent/obnova", null, none, none));
            return answer.outcome() != NssAnswer.Outcome.NO_NSS;
        } catch (Fault e) {
            return false;
        }
    }

    /**
     * Has a process do it.
     *
     * @throws Fault {@code PERSONAL_STORE_FAILED} where it crashes, hangs or cannot be started: the database is as it was or has what was to be put there
     */
    NssAnswer ask(NssRequest request) {
        Process process;
        try {
            process = command.start(WORD);
        } catch (IOException e) {
            throw new Fault(ErrorCode.PERSONAL_STORE_FAILED, "the process of NSS cannot be started", e);
        }
        Thread watch = Thread.ofVirtual().name("nss").start(() -> endInTime(process));
        try (DataOutputStream to = new DataOutputStream(process.getOutputStream());
                DataInputStream from = new DataInputStream(process.getInputStream())) {
            request.write(to);
            return NssAnswer.read(from);
        } catch (IOException e) {
            throw new Fault(ErrorCode.PERSONAL_STORE_FAILED, "the process of NSS crashed or hung", e);
        } finally {
            watch.interrupt();
        }
    }

    private void endInTime(Process process) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            // It has answered, and has nothing more to do.
        }
        process.destroyForcibly();
    }
}
