// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import java.io.IOException;

/** Mends one finding, and touches nothing else. */
@FunctionalInterface
public interface Repair {
    /**
     * Mends it; whether that helped is seen by checking again.
     *
     * @throws org.obnova.host.fault.Fault where it cannot be mended: then nothing was changed
     */
    void mend() throws IOException;
}
