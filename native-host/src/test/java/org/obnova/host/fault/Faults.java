// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.fault;

import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Names the code of the fault that a call ends with. */
public final class Faults {
    private Faults() {}

    /** The code's name on the wire; {@code none} when nothing is thrown. Anything but a fault fails the test. */
    public static String codeOf(ThrowingCallable call) {
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
