// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.time.Instant;

/** When this program was built, as the build itself says; a test holds it against the build's. No right clock is before. */
final class Build {
    static final Instant TIME = Instant.parse("2026-11-22T00:00:00Z");

    private Build() {}
}
