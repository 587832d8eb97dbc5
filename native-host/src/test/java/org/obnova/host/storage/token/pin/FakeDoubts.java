// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.HashSet;
import java.util.Set;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** Doubts in memory, which outlive what uses them; the disk may be full. */
public final class FakeDoubts implements PinDoubts {
    private final Set<Doubt> doubts = new HashSet<>();
    private boolean full;

    /** From now on nothing can be noted. */
    public FakeDoubts full() {
        full = true;
        return this;
    }

    @Override
    public synchronized boolean holds(Doubt doubt) {
        return doubts.contains(doubt);
    }

    @Override
    public synchronized void add(Doubt doubt) {
        if (full) {
            throw new Fault(ErrorCode.STORAGE_FULL, "full");
        }
        doubts.add(doubt);
    }

    @Override
    public synchronized void remove(Doubt doubt) {
        doubts.remove(doubt);
    }
}
