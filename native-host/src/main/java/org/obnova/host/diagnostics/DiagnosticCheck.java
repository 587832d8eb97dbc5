// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import java.util.Optional;

/** Looks at one thing, in one way. */
public interface DiagnosticCheck {
    /** Stable; the page and {@code --json} know it by this. */
    String id();

    /**
     * Looks, and changes nothing.
     *
     * @throws org.obnova.host.fault.Fault where it cannot look
     */
    Finding run();

    /** How this finding is mended; empty where only the person or the administrator can. */
    default Optional<Repair> repair(Finding finding) {
        return Optional.empty();
    }
}
