// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import iaik.pkcs.pkcs11.wrapper.PKCS11Exception;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.wire.Answer;
import org.obnova.host.storage.token.wire.Answers;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Calls;

/** The life of a driver process: one module, whose functions are called on this one thread only. */
public final class DriverWorker {
    /** A change is to reach a page within a second. */
    private static final long LOOK_OUT_MILLIS = 250;

    private static final long NANOS_IN_MILLI = 1_000_000;

    private final OutputStream out;
    private final CallQueue calls;

    private DriverWorker(OutputStream out, CallQueue calls) {
        this.out = out;
        this.calls = calls;
    }

    /**
     * Serves the host until the end of input.
     *
     * @param byForce ends the process at once; called where the module keeps it from ending in order
     */
    public static void serve(Path library, InputStream in, OutputStream out, Runnable byForce) {
        CallQueue calls = new CallQueue(in, byForce);
        calls.start();
        try {
            new DriverWorker(out, calls).serve(library);
        } catch (IOException | InterruptedException e) {
            return; // Nobody reads the answers any more.
        } finally {
            calls.done();
        }
    }

    private void serve(Path library) throws IOException, InterruptedException {
        Pkcs11 module;
        try {
            module = Pkcs11.start(library);
        } catch (Pkcs11.NotStarted e) {
            Answers.write(e.answer(), out);
            return;
        }
        Answers.write(new Answer.Started(), out);
        try {
            answerAll(module);
        } finally {
            module.end();
        }
    }

    private void answerAll(Pkcs11 module) throws IOException, InterruptedException {
        SlotWatch watch = new SlotWatch(module);
        CallRunner runner = new CallRunner(module, watch);
        long lookedOut = System.nanoTime();
        while (!calls.isAtEnd()) {
            long untilLook = LOOK_OUT_MILLIS - (System.nanoTime() - lookedOut) / NANOS_IN_MILLI;
            if (watch.isOn() && untilLook <= 0) {
                if (watch.hasChanged()) {
                    Answers.write(new Answer.SlotsChanged(), out);
                }
                lookedOut = System.nanoTime();
                continue;
            }
            Call<?> call = calls.next(watch.isOn() ? untilLook : 0);
            if (call != null) {
                answer(call, module, runner);
            }
        }
    }

    private void answer(Call<?> call, Pkcs11 module, CallRunner runner) throws IOException {
        Answer.Refusal refusal;
        try {
            Object result = runner.run(call);
            try {
                if (Answers.writeResult(result, out)) {
                    return;
                }
            } finally {
                Answers.close(result);
            }
            refusal = new Answer.Refusal(Ckr.BUFFER_TOO_SMALL.number(), module.called());
        } catch (PKCS11Exception e) {
            refusal = new Answer.Refusal(e.getErrorCode(), module.called());
        } finally {
            Calls.close(call);
        }
        Answers.write(refusal, out);
    }
}
