// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where and when the courier comes.
 *
 * @param address as the holder typed it, {@value #SHORTEST} to {@value #LONGEST} characters
 */
public record CourierOrder(String address, LocalDate day, Hours hours) {
    /** Shorter ones name no door. */
    public static final int SHORTEST = 8;

    public static final int LONGEST = 200;

    /** The hours among which the holder chooses, by the holder's clock. */
    public enum Hours {
        MORNING(9, 12),
        NOON(12, 15),
        AFTERNOON(15, 18),
        EVENING(18, 21);

        private final int from;
        private final int until;

        Hours(int from, int until) {
            this.from = from;
            this.until = until;
        }

        static Optional<Hours> of(String key) {
            return Arrays.stream(values())
                    .filter(hours -> hours.key().equals(key))
                    .findFirst();
        }

        /** {@code 9-12}, as forms and the database have it. */
        public String key() {
            return from + "-" + until;
        }

        /** {@code 9:00–12:00}, as people read it. */
        public String shown() {
            return from + ":00–" + until + ":00";
        }
    }

    /** Refuses an address that is none. */
    public CourierOrder {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("an address of " + SHORTEST + " to " + LONGEST + " characters");
        }
    }

    static boolean isAddress(String text) {
        return text.equals(text.strip())
                && text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }
}
