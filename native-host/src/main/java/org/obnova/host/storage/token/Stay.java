// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.inventory.SeenToken;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Found;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;

/**
 * A token's stay in a slot, in one process of its driver. A piece of work takes one and keeps to it: handles of objects and the login are good for it alone. It
 * ends for good with the token's removal or the process: what is called then fails, even where the token lies in the slot again.
 */
record Stay(SeenToken seen) {
    private Driver driver() {
        return seen.driver();
    }

    /** What the token said of itself. */
    TokenInfo info() {
        return seen.token();
    }

    /** Tells it from every other stay. */
    String presence() {
        return seen.generation() + ":" + seen.slot().slotId();
    }

    /**
     * Calls the token; never twice.
     *
     * @param call of the number of its slot, see {@link SlotFacts}
     * @throws Fault {@code DRIVER_CRASHED} where the process was replaced, and logins and handles with it; those of the driver
     */
    <A> A ask(LongFunction<Call<A>> call) throws CkrException {
        requireSameProcess(null);
        try {
            return driver().call(call.apply(seen.slot().slotId()));
        } catch (CkrException e) {
            // A new process, started for this very call, does not know the number of the slot.
            requireSameProcess(e);
            throw e;
        }
    }

    private void requireSameProcess(@Nullable CkrException cause) {
        if (driver().generation() != seen.generation()) {
            throw new Fault(
                    ErrorCode.DRIVER_CRASHED,
                    "the process that knew the token has ended",
                    Map.of("module", driver().moduleName()),
                    cause);
        }
    }

    /**
     * As {@link #ask}.
     *
     * @throws Fault what the token answered: {@code TOKEN_REMOVED} where the stay is over; as {@link #ask}
     */
    <A> A must(LongFunction<Call<A>> call) {
        try {
            return ask(call);
        } catch (CkrException e) {
            throw TokenFaults.of(e);
        }
    }

    /** Objects as they are now for who is logged in. */
    List<Found> find(List<Attribute> template, List<Long> wanted) {
        return must(slot -> new Call.Find(slot, template, wanted));
    }
}
