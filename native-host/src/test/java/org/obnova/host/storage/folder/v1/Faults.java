// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.obnova.host.fault.Fault;

/** Names the code of the fault that a call ends with. */
final class Faults {
    private Faults() {}

    /** The code's name on the wire; {@code none} when nothing is thrown. Anything but a fault fails the test. */
    static String codeOf(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown == null) {
            return "none";
        }
        if (thrown instanceof Fault fault) {
            return fault.code().wireName();
        }
        throw new AssertionError("not a fault", thrown);
    }
}
