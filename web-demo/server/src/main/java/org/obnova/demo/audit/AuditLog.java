// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import java.util.List;

/** The audit log of one authority. */
public interface AuditLog {
    /**
     * Appends an entry, within the caller's transaction where there is one: what is undone leaves no entry, and what cannot be written down does not happen.
     *
     * @throws IllegalArgumentException where the object is not of the kind that the action is about
     */
    AuditEntry record(Actor actor, AuditAction action, About about);

    /**
     * A page of the log, the earliest first.
     *
     * @param after the number of the entry before the page, 0 for the beginning
     * @param most how many entries at most
     */
    List<AuditEntry> entries(long after, int most);

    /** How many entries there are: the number of the last one, as numbers are without gaps from 1 on. */
    long length();
}
