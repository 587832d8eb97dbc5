// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** What fails as it should. */
public final class Faults {
    private Faults() {}

    /** The action fails with this code. */
    public static void assertFault(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.class))
                .extracting(Fault::code)
                .isEqualTo(code);
    }
}
