// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.nio.file.Path;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.wire.Call;

/**
 * A module in its own process, which is started when it is first needed and replaced when it has crashed or hangs. For use by any number of threads:
 * calls queue up. Nothing is ever tried twice.
 */
public interface Driver {
    /** As the person knows it. */
    String moduleName();

    /** The vendor's library. */
    Path module();

    /** Grows with each new process: slots, objects and logins of an earlier one are gone. 0 before the first. */
    long generation();

    /**
     * Has the process do something, and waits for it. A call that waits for a person at a keypad ({@link Call#atKeypad}) is given up by interrupting its thread, and is
     * {@code CANCELLED} then: one that is under way ends the process, there being no other way out of the module; one that waits for its turn ends nothing.
     * Other calls cannot be interrupted.
     *
     * @throws CkrException the module answered something else than CKR_OK
     * @throws org.obnova.host.fault.Fault {@code DRIVER_CRASHED}, {@code DRIVER_HANGS} (the process was ended), {@code DRIVER_FAILED} (the module
     *     cannot be loaded or initialised); whether the call took effect is not known then
     */
    <A> A call(Call<A> call) throws CkrException;

    /**
     * Tells of changes until the subscription is closed. The process is watched from the next call on, and so is each later one: whoever
     * is told of an {@link Event#ENDED} calls again.
     */
    Subscription onEvent(Listener listener);

    /** What happens without being asked for. */
    enum Event {
        /** A token came or went. */
        SLOTS_CHANGED,
        /** The process has ended without being told to: it crashed or was ended because it hung. */
        ENDED
    }

    /** Is told on a thread that must not be kept waiting. */
    @FunctionalInterface
    interface Listener {
        void happened(Driver driver, Event event);
    }

    /** Ends the telling when it is closed. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
