// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.switches;

import java.util.Map;
import org.obnova.demo.agencies.Mood;
import org.obnova.demo.registers.Agency;

/**
 * How the agencies answer now.
 *
 * @param registered certificates that ESIA knows
 * @param waiting certificates that it does not know yet
 */
public record SwitchView(Map<Agency, Mood> moods, int registered, int waiting) {
    public SwitchView {
        moods = Map.copyOf(moods);
    }

    /** Whether an agency answers so now. */
    public boolean is(Agency agency, Mood mood) {
        return mood == moods.get(agency);
    }
}
