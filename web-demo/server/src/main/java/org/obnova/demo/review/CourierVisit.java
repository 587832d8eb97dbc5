// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The courier's visit to a holder.
 *
 * @param order null until the holder has said where and when
 * @param changed when it came to this stage
 */
public record CourierVisit(Stage stage, @Nullable CourierOrder order, Instant changed) {
    /** How far it is. That identity was checked and the originals received is the {@link Appointment}'s to say. */
    public enum Stage {
        /** It is paid for; the holder is to say where and when. */
        BOUGHT,
        /** The courier knows where and when. */
        ORDERED,
        ON_THE_WAY,
        /** Nobody was there; the holder is to choose another time. */
        MISSED;

        /** Tail of text keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Only who has a place to go to goes. */
    public CourierVisit {
        if ((stage == Stage.BOUGHT) != (order == null)) {
            throw new IllegalArgumentException("a visit that is ordered has an address, and no other has one");
        }
    }

    public boolean onTheWay() {
        return stage == Stage.ON_THE_WAY;
    }
}
