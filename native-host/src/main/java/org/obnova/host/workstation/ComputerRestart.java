// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/** Starts the computer anew: programs are asked to end, as by the system's own menu. */
@FunctionalInterface
public interface ComputerRestart {
    /**
     * Returns when the system has agreed to it; it goes down soon after.
     *
     * @throws org.obnova.host.fault.Fault {@code RESTART_FAILED}
     */
    void restart();
}
