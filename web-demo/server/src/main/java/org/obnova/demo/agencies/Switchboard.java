// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import org.obnova.demo.registers.Agency;

/** Sets how the agencies of the demo answer. */
public interface Switchboard {
    /** How an agency answers now. */
    Mood mood(Agency agency);

    /** Has an agency answer so from now on. */
    void become(Agency agency, Mood mood);
}
