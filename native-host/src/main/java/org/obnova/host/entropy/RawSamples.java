// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.obnova.host.entropy.EntropyPrompt.Source;

/**
 * The noise source's digitisation (SP 800-90B section 2.2.1): turns a person's events into raw samples of one octet, unconditioned.
 *
 * <p>A key that goes down gives the low 8 bits of the time since the last key that went down, in units of 2 ms: a person's rhythm varies by
 * tens of milliseconds, while anything finer is mostly the machine's own scheduling, which must not be credited to the person. A key that
 * is held gives nothing, however often the system repeats it. The pointer gives the low 4 bits of its way in x and in y since the last
 * event, for devices report at a fixed rate: the time of their reports says little, the way much. A pointer that stands still gives nothing.
 */
final class RawSamples {
    private static final long KEY_UNIT_NANOS = 2_000_000;

    private final Set<Integer> down = new HashSet<>();
    private long lastKey;
    private boolean keySeen;
    private int lastX;
    private int lastY;
    private boolean pointerSeen;

    /** The sample that an event gives, if any: from 0 to 255. */
    OptionalInt of(long nanos, Source source, int x, int y) {
        return switch (source) {
            case KEY_DOWN -> keyDown(nanos, x);
            case KEY_UP -> {
                down.remove(x);
                yield OptionalInt.empty();
            }
            case POINTER -> pointer(x, y);
            case KEYBOARD_LOST -> {
                down.clear();
                yield OptionalInt.empty();
            }
        };
    }

    private OptionalInt keyDown(long nanos, int key) {
        if (!down.add(key)) {
            return OptionalInt.empty();
        }
        long since = nanos - lastKey;
        boolean first = !keySeen;
        keySeen = true;
        lastKey = nanos;
        return first ? OptionalInt.empty() : OptionalInt.of((int) (since / KEY_UNIT_NANOS) & 0xFF);
    }

    private OptionalInt pointer(int x, int y) {
        int dx = x - lastX;
        int dy = y - lastY;
        boolean first = !pointerSeen;
        pointerSeen = true;
        lastX = x;
        lastY = y;
        if (first || (dx == 0 && dy == 0)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(((dx & 0xF) << 4) | (dy & 0xF));
    }
}
