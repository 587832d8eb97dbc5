// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A PKCS #11 module that is to be used.
 *
 * @param name as the person knows it, such as «Рутокен»
 * @param library the vendor's library
 * @param patience how long an ordinary call may take; making a key may take four times, a PIN pad twelve times as long
 */
public record ModuleEntry(String name, Path library, Duration patience) {
    /** For a token of ordinary speed. */
    public static final Duration ORDINARY_PATIENCE = Duration.ofSeconds(15);

    public ModuleEntry {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience: " + patience);
        }
    }

    /** With ordinary patience. */
    public static ModuleEntry of(String name, Path library) {
        return new ModuleEntry(name, library, ORDINARY_PATIENCE);
    }
}
