// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the operators' site.
 *
 * @param name of the login, {@code [a-z]}
 * @param employer INN of the organisation whose officer it is; null of everybody else
 */
public record Colleague(String name, Role role, @Nullable String employer) {
    /** Those of the demo; the officer is the one of «Ромашка». */
    public static final List<Colleague> DEMO = List.of(
            new Colleague("operator", Role.OPERATOR, null),
            new Colleague("clerk", Role.CLERK, null),
            new Colleague("officer", Role.OFFICER, "7700000016"),
            new Colleague("auditor", Role.AUDITOR, null));

    /** Refuses an officer of nothing. */
    public Colleague {
        if (!name.matches("[a-z]+") || (role == Role.OFFICER) != (employer != null)) {
            throw new IllegalArgumentException("an officer, and nobody else, has an organisation");
        }
    }

    /** Whether that one may. */
    public boolean may(Duty duty) {
        return duty.of(role);
    }

    /** Whether the holders of that organisation are this one's affair. */
    public boolean sees(@Nullable String organisation) {
        return employer == null || employer.equals(organisation);
    }
}
