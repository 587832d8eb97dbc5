// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import org.obnova.demo.audit.AuditEntry;

/**
 * A page of the audit log.
 *
 * @param length how many entries there are
 * @param rows the latest first
 * @param before where the page of earlier ones begins; 0 where there are none
 */
public record AuditView(long length, List<Row> rows, long before) {
    /** Keeps what it was given. */
    public AuditView {
        rows = List.copyOf(rows);
    }

    /**
     * One entry.
     *
     * @param title what people read of its action
     */
    public record Row(AuditEntry entry, String title) {}
}
