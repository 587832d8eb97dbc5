// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.List;
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
 * One token, known by what it says of itself and found again after it was pulled or its driver replaced. What works on it keeps to one {@link Stay}. For use
 * by several threads.
 */
public final class Token {
    private final TokenIdentity identity;
    private volatile @Nullable Stay last;

    Token(TokenIdentity identity) {
        this.identity = identity;
    }

    /** What tells it from others. */
    public TokenIdentity identity() {
        return identity;
    }

    /** It lies, or lay, in this slot. */
    void seen(SeenToken seen) {
        if (!TokenIdentity.of(seen.token()).equals(identity)) {
            throw new IllegalArgumentException("another token");
        }
        last = new Stay(seen);
    }

    /** What is known of its maker's tokens. */
    VendorProfile profile() {
        return here().seen().profile();
    }

    /**
     * Where it was seen last: good for what the token says of itself. Work begins with {@link #find()}.
     *
     * @throws Fault {@code TOKEN_REMOVED}
     */
    Stay here() {
        Stay known = last;
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
    Stay find() {
        Driver driver = here().seen().driver();
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
                Stay found = new Stay(new SeenToken(driver, generation, each, info, VendorProfiles.of(info)));
                last = found;
                return found;
            }
        }
        throw removed();
    }

    /** Reads what needs no login; once more where the token was put in anew or its process replaced. */
    List<Found> read(List<Attribute> template, List<Long> wanted) {
        try {
            return here().ask(slot -> new Call.Find(slot, template, wanted));
        } catch (CkrException e) {
            if (e.meaning() != Ckr.Meaning.REMOVED && e.meaning() != Ckr.Meaning.SESSION_LOST) {
                throw TokenFaults.of(e);
            }
        } catch (Fault e) {
            if (e.code() != ErrorCode.DRIVER_CRASHED) {
                throw e;
            }
        }
        return find().find(template, wanted);
    }

    private static Fault removed() {
        return new Fault(ErrorCode.TOKEN_REMOVED, "the token is in no slot");
    }
}
