// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;
import org.obnova.host.workstation.Target;
import org.obnova.host.workstation.TargetState;

/** A target as it stands, and why it could not be changed. */
record WorkstationRow(
        Target target, TargetState state, @Nullable Fault fault) {
    static WorkstationRow of(Target target, TargetState state, @Nullable Fault fault) {
        return new WorkstationRow(target, state, fault);
    }
}
