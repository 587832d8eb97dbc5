// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import org.obnova.host.task.Task;

/** A medium whose keys lie behind a PIN. */
public interface PinProtected {
    /**
     * Has the person change the PIN, in the host's window or on the device's own keypad.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}, {@code PIN_REFUSED}, {@code PIN_LOCKED}, {@code PIN_NOT_SET}, {@code PIN_PAD_FAILED},
     *     {@code TOKEN_REMOVED}, {@code TOKEN_FAILED} and the others of tokens
     */
    void changePin(Task task);
}
