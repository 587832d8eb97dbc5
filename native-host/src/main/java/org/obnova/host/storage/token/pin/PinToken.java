// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.ckr.CkrException;

/**
 * A token at hand, as far as its PIN goes. Each call goes to the token; none is ever repeated by an implementation. A call that waits for the device's own keypad is
 * {@code CANCELLED} when its thread is interrupted.
 */
public interface PinToken {
    /** The storage's id. */
    String id();

    /**
     * What the token tells of its PIN, read from it now; spends no try.
     *
     * @throws org.obnova.host.fault.Fault {@code TOKEN_REMOVED}, {@code TOKEN_FAILED}, {@code DRIVER_CRASHED}, {@code DRIVER_HANGS},
     *     {@code DRIVER_FAILED}
     */
    PinFacts facts();

    /**
     * C_Login as the person.
     *
     * @param pin null: entered on the device's own keypad, for which the call waits
     * @throws org.obnova.host.fault.Fault as {@link #facts()}
     */
    void login(@Nullable Secret pin) throws CkrException;

    /**
     * C_Logout.
     *
     * @throws org.obnova.host.fault.Fault as {@link #facts()}
     */
    void logout() throws CkrException;

    /**
     * C_SetPIN without a login.
     *
     * @param present null, like {@code fresh}: both are entered on the device's own keypad, for which the call waits
     * @throws org.obnova.host.fault.Fault as {@link #facts()}
     */
    void setPin(@Nullable Secret present, @Nullable Secret fresh) throws CkrException;

    /**
     * Tells when the token is pulled out.
     *
     * @param gone told on any thread, at least once, unless the watch is closed before
     */
    Watch watch(Runnable gone);

    /** Ends the telling when it is closed. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
