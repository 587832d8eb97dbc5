// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import iaik.pkcs.pkcs11.wrapper.PKCS11Exception;
import java.util.Arrays;
import org.obnova.host.storage.token.ckr.Ckr;

/**
 * Looks out for tokens that come and go, without ever waiting. Both ways each time: modules that know events may still miss some (OpenSC tells of no
 * insertion of a card that it does not know), others know none.
 */
final class SlotWatch {
    private static final long DO_NOT_BLOCK = 1;
    private static final int MOST_EVENTS = 32;

    private final Pkcs11 module;
    private boolean on;
    private boolean eventsKnown = true;
    private long[] present = {};

    SlotWatch(Pkcs11 module) {
        this.module = module;
    }

    boolean isOn() {
        return on;
    }

    void set(boolean watching) {
        if (watching && !on) {
            // What is there is no news. An event of before will be, once: better than to wait for the first exception
            // here, which
            // makes the wrapper load its tables of names.
            lookAtSlots();
        }
        on = watching;
    }

    /** Whether anything has changed since this was asked last. */
    boolean hasChanged() {
        boolean event = drainEvents();
        return lookAtSlots() || event;
    }

    private boolean lookAtSlots() {
        try {
            long[] now = module.calling("C_GetSlotList").C_GetSlotList(true);
            Arrays.sort(now);
            boolean changed = !Arrays.equals(now, present);
            present = now;
            return changed;
        } catch (PKCS11Exception e) {
            return false; // Whoever lists the slots is told.
        }
    }

    private boolean drainEvents() {
        boolean any = false;
        for (int i = 0; eventsKnown && i < MOST_EVENTS; i++) {
            try {
                module.calling("C_WaitForSlotEvent").C_WaitForSlotEvent(DO_NOT_BLOCK, null);
                any = true;
            } catch (PKCS11Exception e) {
                eventsKnown = e.getErrorCode() != Ckr.FUNCTION_NOT_SUPPORTED.number();
                return any;
            }
        }
        return any;
    }
}
