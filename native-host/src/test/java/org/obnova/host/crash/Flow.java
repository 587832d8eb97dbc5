// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.util.List;
import java.util.Optional;
import org.obnova.host.person.TestAuthority;

/** Something that a person does with the host, in one step of the site. */
interface Flow {
    /** Unique. */
    String name();

    /** The flow that comes before; empty: none. */
    Optional<Flow> after();

    /** Brings a desk on which the flow before was performed, or an empty one, to where this one begins. The certificate {@code old} signs from then on. */
    void prepare(Desk desk, TestAuthority authority);

    /**
     * Does it; done again, it goes on from wherever it stopped, and ends the same.
     *
     * @return what the site is answered, for which the host must stand from then on
     * @throws org.obnova.host.fault.Fault told to the site instead
     */
    byte[] perform(Desk desk);

    /** The certificates that sign at all times. */
    default List<String> signing() {
        return List.of("old");
    }

    /** Throws an assertion error where the flow is done and not everything is as it should be. */
    void requireWhole(Desk desk, Judge judge);
}
