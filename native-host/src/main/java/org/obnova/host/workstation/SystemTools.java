// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.List;

/** The system's own programs. */
@FunctionalInterface
interface SystemTools {
    /**
     * Runs one to its end.
     *
     * @param command the program, as a path of this process, and its arguments
     * @return what it has said on standard output
     * @throws org.obnova.host.fault.Fault {@code SETUP_TOOL_FAILED} where it cannot be started, says that it failed, or does not end
     */
    String run(List<String> command);
}
