// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import iaik.pkcs.pkcs11.wrapper.CK_SLOT_INFO;
import iaik.pkcs.pkcs11.wrapper.CK_TOKEN_INFO;
import iaik.pkcs.pkcs11.wrapper.CK_VERSION;
import iaik.pkcs.pkcs11.wrapper.PKCS11Exception;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;

/**
 * The slots with the tokens in them. A token that lies in a slot has a number, and one session as long as it lies there: a pulled or exchanged token
 * loses both.
 */
final class TokenSlots {
    private static final long TOKEN_PRESENT = 1;
    private static final long SERIAL_SESSION = 4;
    private static final long READ_WRITE = 2;

    private final Pkcs11 module;
    private final Map<Long, Visit> bySlot = new HashMap<>();
    /** Begins where no earlier process ever came to: a number that one of them gave must not mean another token here. */
    private long lastNumber = System.nanoTime() & Long.MAX_VALUE;

    TokenSlots(Pkcs11 module) {
        this.module = module;
    }

    /** A token's stay in a slot. */
    private static final class Visit {
        private final long number;
        private final long slot;
        private final String identity;
        private @Nullable Set<Long> mechanisms;
        private @Nullable Long session;

        Visit(long number, long slot, String identity) {
            this.number = number;
            this.slot = slot;
            this.identity = identity;
        }
    }

    /** All slots. A slot that fails hides none of the others. */
    List<SlotFacts> list() throws PKCS11Exception {
        List<SlotFacts> found = new ArrayList<>();
        PKCS11Exception failure = null;
        boolean any = false;
        long[] slots = module.calling("C_GetSlotList").C_GetSlotList(false);
        forgetOthers(slots);
        for (long slot : slots) {
            try {
                SlotFacts facts = facts(slot);
                any |= facts.token() != null;
                found.add(facts);
            } catch (PKCS11Exception e) {
                failure = e;
            }
        }
        if (failure != null && !any) {
            throw failure;
        }
        return found;
    }

    private void forgetOthers(long[] slots) {
        Set<Long> there = new HashSet<>();
        for (long slot : slots) {
            there.add(slot);
        }
        for (Visit visit : List.copyOf(bySlot.values())) {
            if (!there.contains(visit.slot)) {
                forget(visit);
            }
        }
    }

    private SlotFacts facts(long slot) throws PKCS11Exception {
        CK_SLOT_INFO info = module.calling("C_GetSlotInfo").C_GetSlotInfo(slot);
        String description = text(info.slotDescription);
        CK_TOKEN_INFO token = (info.flags & TOKEN_PRESENT) == 0 ? null : token(slot);
        if (token == null) {
            Visit gone = bySlot.get(slot);
            if (gone != null) {
                forget(gone);
            }
            return new SlotFacts(0, description, null);
        }
        Visit visit = visit(slot, identity(token), (token.flags & TokenInfo.TOKEN_INITIALIZED) != 0);
        return new SlotFacts(visit.number, description, tokenInfo(token, mechanisms(visit)));
    }

    private @Nullable CK_TOKEN_INFO token(long slot) throws PKCS11Exception {
        try {
            return module.calling("C_GetTokenInfo").C_GetTokenInfo(slot);
        } catch (PKCS11Exception e) {
            Ckr.Meaning meaning = Ckr.meaning(e.getErrorCode());
            if (meaning == Ckr.Meaning.REMOVED || meaning == Ckr.Meaning.NOT_READY) {
                return null;
            }
            throw e;
        }
    }

    private Visit visit(long slot, String identity, boolean ready) throws PKCS11Exception {
        Visit known = bySlot.get(slot);
        if (known != null && known.identity.equals(identity) && isAlive(known)) {
            return known;
        }
        if (known != null) {
            forget(known);
        }
        Visit fresh = new Visit(++lastNumber, slot, identity);
        bySlot.put(slot, fresh);
        if (!ready) {
            return fresh;
        }
        try {
            fresh.session = open(slot);
        } catch (PKCS11Exception e) {
            // The token is told of all the same; who wants to use it is told the reason.
            fresh.session = null;
        }
        return fresh;
    }

    private boolean isAlive(Visit visit) {
        Long session = visit.session;
        if (session == null) {
            return true;
        }
        try {
            module.calling("C_GetSessionInfo").C_GetSessionInfo(session);
            return true;
        } catch (PKCS11Exception e) {
            return false;
        }
    }

    private Set<Long> mechanisms(Visit visit) throws PKCS11Exception {
        Set<Long> known = visit.mechanisms;
        if (known == null) {
            known = new HashSet<>();
            for (long mechanism : module.calling("C_GetMechanismList").C_GetMechanismList(visit.slot)) {
                known.add(mechanism);
            }
            visit.mechanisms = known;
        }
        return known;
    }

    /**
     * The session with a token.
     *
     * @throws PKCS11Exception CKR_DEVICE_REMOVED where it is not there any more
     */
    long session(long number) throws PKCS11Exception {
        Visit visit = byNumber(number);
        Long session = visit.session;
        if (session == null) {
            if (!identity(module.calling("C_GetTokenInfo").C_GetTokenInfo(visit.slot))
                    .equals(visit.identity)) {
                forget(visit);
                throw new PKCS11Exception(Ckr.DEVICE_REMOVED.number());
            }
            session = open(visit.slot);
            visit.session = session;
        }
        return session;
    }

    /** Another session with the same token, logged in like the first; the caller closes it. */
    long furtherSession(long number) throws PKCS11Exception {
        session(number);
        return open(byNumber(number).slot);
    }

    /**
     * A new session takes the place of one in which an operation was left begun: only the end of a session surely ends that. The login is the token's, and
     * lasts as long as it has a session.
     */
    long renewedSession(long number) throws PKCS11Exception {
        Visit visit = byNumber(number);
        long fresh = open(visit.slot);
        close(visit);
        visit.session = fresh;
        return fresh;
    }

    /**
     * Forgets a token where a failure says that it is not there any more.
     *
     * @return what the failure means: CKR_DEVICE_REMOVED where a session was lost with its token
     */
    PKCS11Exception heed(long number, PKCS11Exception failure) {
        String called = module.called();
        long ckr = failure.getErrorCode();
        boolean sessionLost = ckr == Ckr.SESSION_HANDLE_INVALID.number() || ckr == Ckr.SESSION_CLOSED.number();
        PKCS11Exception meant = failure;
        if (sessionLost || Ckr.meaning(ckr) == Ckr.Meaning.REMOVED) {
            for (Visit visit : List.copyOf(bySlot.values())) {
                if (visit.number == number) {
                    forget(visit);
                    meant = sessionLost && isEmpty(visit.slot)
                            ? new PKCS11Exception(Ckr.DEVICE_REMOVED.number())
                            : failure;
                }
            }
        }
        module.calling(called);
        return meant;
    }

    private boolean isEmpty(long slot) {
        try {
            return (module.calling("C_GetSlotInfo").C_GetSlotInfo(slot).flags & TOKEN_PRESENT) == 0;
        } catch (PKCS11Exception e) {
            return true;
        }
    }

    private Visit byNumber(long number) throws PKCS11Exception {
        for (Visit visit : bySlot.values()) {
            if (visit.number == number) {
                return visit;
            }
        }
        module.calling("C_GetSlotList");
        throw new PKCS11Exception(Ckr.DEVICE_REMOVED.number());
    }

    private long open(long slot) throws PKCS11Exception {
        try {
            return module.calling("C_OpenSession").C_OpenSession(slot, SERIAL_SESSION | READ_WRITE, null, null);
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() != Ckr.TOKEN_WRITE_PROTECTED.number()) {
                throw e;
            }
            return module.calling("C_OpenSession").C_OpenSession(slot, SERIAL_SESSION, null, null);
        }
    }

    private void forget(Visit visit) {
        bySlot.remove(visit.slot);
        close(visit);
    }

    @SuppressWarnings("EmptyCatch")
    private void close(Visit visit) {
        Long session = visit.session;
        if (session != null) {
            try {
                module.calling("C_CloseSession").C_CloseSession(session);
            } catch (PKCS11Exception ignored) {
                // It died with the token.
            }
        }
    }

    private static String identity(CK_TOKEN_INFO token) {
        return text(token.manufacturerID) + '\n' + text(token.model) + '\n' + text(token.serialNumber);
    }

    private static TokenInfo tokenInfo(CK_TOKEN_INFO token, Set<Long> mechanisms) {
        return new TokenInfo(
                text(token.label),
                text(token.manufacturerID),
                text(token.model),
                text(token.serialNumber),
                version(token.firmwareVersion),
                token.flags,
                token.ulMinPinLen,
                token.ulMaxPinLen,
                token.ulFreePublicMemory,
                token.ulFreePrivateMemory,
                mechanisms);
    }

    private static String version(CK_VERSION version) {
        return (version.major & 0xff) + "." + (version.minor & 0xff);
    }

    /** Without the padding, which some fill with zeros. */
    private static String text(char[] padded) {
        int end = padded.length;
        while (end > 0 && padded[end - 1] <= ' ') {
            end--;
        }
        return new String(padded, 0, end);
    }
}
