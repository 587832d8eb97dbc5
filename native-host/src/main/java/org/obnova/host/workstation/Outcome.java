// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;

/**
 * How one target went.
 *
 * @param state as it is now
 * @param fault why it did not succeed; null: it did
 */
public record Outcome(
        Target target, TargetState state, @Nullable Fault fault) {}
