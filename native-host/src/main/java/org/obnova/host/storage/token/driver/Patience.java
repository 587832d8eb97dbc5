// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.time.Duration;
import org.obnova.host.storage.token.wire.Call;

/** How long a call may take before its process counts as hanging. */
final class Patience {
    private static final int MAKING_A_KEY = 4;
    private static final int PERSON_AT_A_PAD = 12;
    /** A process starts in tenths of a second, but on a machine under load, or with many readers, in many more. */
    private static final Duration LEAST_FOR_START = Duration.ofSeconds(10);

    private final Duration ordinary;

    Patience(Duration ordinary) {
        this.ordinary = ordinary;
    }

    Duration start() {
        return ordinary.compareTo(LEAST_FOR_START) > 0 ? ordinary : LEAST_FOR_START;
    }

    Duration of(Call<?> call) {
        if (call.atKeypad()) {
            return ordinary.multipliedBy(PERSON_AT_A_PAD);
        }
        return call instanceof Call.GenerateKeyPair ? ordinary.multipliedBy(MAKING_A_KEY) : ordinary;
    }
}
