// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.util.List;
import org.obnova.host.fault.ErrorCode;

/**
 * What came of an order to archive.
 *
 * @param certificates SHA-256 of those whose key lies on this computer now, in the order of the order
 * @param left those that were not copied
 */
public record Archived(List<String> certificates, List<Left> left) {
    /** Takes copies. */
    public Archived {
        certificates = List.copyOf(certificates);
        left = List.copyOf(left);
    }

    /** One that was not copied, and why. */
    public record Left(String certificate, ErrorCode reason) {}
}
