// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

/** Whether the extension that started the host may use it. */
public interface CallerCheck {
    /**
     * Passes those that may.
     *
     * @throws org.obnova.host.fault.Fault {@code EXTENSION_NOT_ALLOWED}, {@code SETTINGS_INVALID}
     */
    void check();
}
