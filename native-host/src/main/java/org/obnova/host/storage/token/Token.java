// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.inventory.SeenToken;
import org.obnova.host.storage.token.profile.VendorProfile;
import org.obnova.host.storage.token.profile.VendorProfiles;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Found;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;

/**
 * One token, known by what it says of itself and found again after it was pulled or its driver replaced. A number of a slot is good for one stay of one
 * token in one process (see {@link SlotFacts}), so what is called under it cannot reach another token. For use by several threads.
 */
public final class Token {
    private final TokenIdentity identity;
    private volatile @Nullable Place place;

    /** Where it was seen last, and in which process of its driver. */
    record Place(SeenToken seen, long generation) {
        Driver driver() {
            return seen.driver();
        }

        long slot() {
            return seen.slot().slotId();
        }

        TokenInfo info() {
            return seen.token();
        }
    }

    Token(TokenIdentity identity) {
        this.identity = identity;
    }

    /** What tells it from others. */
    public TokenIdentity identity() {
        return identity;
    }

    /** It lies in this slot. */
    void seen(SeenToken seen) {
        if (!TokenIdentity.of(seen.token()).equals(identity)) {
            throw new IllegalArgumentException("another token");
        }
        place = new Place(seen, seen.driver().generation());
    }

    /** What is known of its maker's tokens. */
    VendorProfile profile() {
        return here().seen().profile();
    }

    /**
     * Where it was seen last.
     *
     * @throws Fault {@code TOKEN_REMOVED}
     */
    Place here() {
        Place known = place;
        if (known == null) {
            throw removed();
        }
        return known;
    }

    /**
     * Looks for it anew, in the slots of the driver that showed it last.
     *
     * @throws Fault {@code TOKEN_REMOVED}, those of the driver
     */
    Place find() {
        Driver driver = here().driver();
        List<SlotFacts> slots;
        try {
            slots = driver.call(new Call.Slots());
        } catch (CkrException e) {
            throw TokenFaults.of(e);
        }
        long generation = driver.generation();
        for (SlotFacts each : slots) {
            TokenInfo info = each.token();
            if (info != null && TokenIdentity.of(info).equals(identity)) {
                Place found = new Place(new SeenToken(driver, each, info, VendorProfiles.of(info)), generation);
                place = found;
                return found;
            }
        }
        throw removed();
    }

    /**
     * Calls the token where it lies; never twice.
     *
     * @param call of the number of its slot
     * @throws Fault {@code TOKEN_REMOVED}; {@code DRIVER_CRASHED} where its process was replaced, and logins and handles with it; those of the driver
     */
    <A> A ask(LongFunction<Call<A>> call) throws CkrException {
        Place at = here();
        requireSameProcess(at, null);
        try {
            return at.driver().call(call.apply(at.slot()));
        } catch (CkrException e) {
            // A new process, started for this very call, does not know the number of the slot.
            requireSameProcess(at, e);
            throw e;
        }
    }

    private static void requireSameProcess(Place at, @Nullable CkrException cause) {
        if (at.driver().generation() != at.generation()) {
            throw new Fault(
                    ErrorCode.DRIVER_CRASHED,
                    "the process that knew the token has ended",
                    Map.of("module", at.driver().moduleName()),
                    cause);
        }
    }

    /** As {@link #ask}, with what the token answered as a fault. */
    <A> A must(LongFunction<Call<A>> call) {
        try {
            return ask(call);
        } catch (CkrException e) {
            throw TokenFaults.of(e);
        }
    }

    /** Reads what needs no login; once more where the token was put in anew or its process replaced. */
    List<Found> read(List<Attribute> template, List<Long> wanted) {
        try {
            return ask(slot -> new Call.Find(slot, template, wanted));
        } catch (CkrException e) {
            if (e.meaning() != Ckr.Meaning.REMOVED && e.meaning() != Ckr.Meaning.SESSION_LOST) {
                throw TokenFaults.of(e);
            }
        } catch (Fault e) {
            if (e.code() != ErrorCode.DRIVER_CRASHED) {
                throw e;
            }
        }
        find();
        return must(slot -> new Call.Find(slot, template, wanted));
    }

    /** Objects as they are now for who is logged in; never twice. */
    List<Found> find(List<Attribute> template, List<Long> wanted) {
        return must(slot -> new Call.Find(slot, template, wanted));
    }

    private static Fault removed() {
        return new Fault(ErrorCode.TOKEN_REMOVED, "the token is in no slot");
    }
}
