// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * A finding and what became of it.
 *
 * @param repairable whether Obnova can mend it
 * @param fixed whether it was mended; null where that was not asked for
 */
public record Examined(
        Finding finding, boolean repairable, @Nullable Boolean fixed) {}
