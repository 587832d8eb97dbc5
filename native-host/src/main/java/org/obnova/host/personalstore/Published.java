// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;

/**
 * What became of a certificate in one program.
 *
 * @param program its name alone: which profiles a person has is nobody else's business
 * @param why where it is not there
 */
public record Published(
        String program, PublishState state, @Nullable Fault why) {
    /** Checks that a reason is given where there must be one. */
    public Published {
        if ((why != null) != (state == PublishState.UNSUPPORTED || state == PublishState.FAILED)) {
            throw new IllegalArgumentException("a reason and " + state);
        }
    }
}
