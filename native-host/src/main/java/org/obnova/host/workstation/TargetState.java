// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import org.jspecify.annotations.Nullable;

/**
 * How a target stands, in words.
 *
 * @param hint what the person, or the administrator, can do about it besides installing; null: nothing more
 */
public record TargetState(
        Status status, Words detail, @Nullable Words hint) {
    /** Without a hint. */
    public static TargetState of(Status status, String russian, String english) {
        return new TargetState(status, new Words(russian, english), null);
    }

    /** With a hint. */
    public TargetState with(String russian, String english) {
        return new TargetState(status, detail, new Words(russian, english));
    }
}
