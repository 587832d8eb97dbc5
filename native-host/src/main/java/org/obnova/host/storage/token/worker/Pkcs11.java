// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import iaik.pkcs.pkcs11.wrapper.CK_C_INITIALIZE_ARGS;
import iaik.pkcs.pkcs11.wrapper.PKCS11Exception;
import iaik.pkcs.pkcs11.wrapper.PKCS11Implementation;
import java.io.IOException;
import java.nio.file.Path;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.wire.Answer;

/** The module of this process: loaded, initialised, and in the end finalised. Knows the function that was called last, for what its errors say. */
final class Pkcs11 {
    /** CKF_OS_LOCKING_OK. */
    private static final long OS_LOCKING_OK = 2;

    private final PKCS11Implementation functions;
    private String called = "";

    private Pkcs11(PKCS11Implementation functions) {
        this.functions = functions;
    }

    /** A module that cannot be used. */
    static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Answer.NotStarted answer;

        private NotStarted(Answer.Step step, long ckr, Throwable cause) {
            super(step.name(), cause);
            this.answer = new Answer.NotStarted(step, ckr);
        }

        Answer.NotStarted answer() {
            return answer;
        }
    }

    static Pkcs11 start(Path library) throws NotStarted {
        try {
            WrapperLibrary.load();
            PKCS11Implementation.initializeLibrary();
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new NotStarted(Answer.Step.WRAPPER, 0, e);
        }
        Pkcs11 module;
        try {
            module = new Pkcs11(new PKCS11Implementation(library.toString()));
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new NotStarted(Answer.Step.LIBRARY, 0, e);
        }
        try {
            module.initialize();
        } catch (PKCS11Exception e) {
            throw new NotStarted(Answer.Step.INITIALIZE, e.getErrorCode(), e);
        }
        return module;
    }

    private void initialize() throws PKCS11Exception {
        CK_C_INITIALIZE_ARGS arguments = new CK_C_INITIALIZE_ARGS();
        arguments.flags = OS_LOCKING_OK;
        try {
            functions.C_Initialize(arguments, true);
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() == Ckr.CRYPTOKI_ALREADY_INITIALIZED.number()) {
                return;
            }
            if (e.getErrorCode() != Ckr.CANT_LOCK.number()) {
                throw e;
            }
            functions.C_Initialize(null, true); // One thread alone calls it: locks are not needed.
        }
    }

    /** The functions; names the one that is called now. */
    PKCS11Implementation calling(String function) {
        called = function;
        return functions;
    }

    /** The function that was called last. */
    String called() {
        return called;
    }

    /** Ends the module's work; whatever it answers, there is nothing more to do. */
    @SuppressWarnings("EmptyCatch")
    void end() {
        try {
            functions.C_Finalize(null);
        } catch (PKCS11Exception ignored) {
            // The process ends now.
        }
    }
}
