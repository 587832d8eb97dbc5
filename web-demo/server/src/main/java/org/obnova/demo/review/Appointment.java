// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a holder comes, and what happened there.
 *
 * @param centre null for a courier
 * @param identified when identity was checked, or null
 * @param originals when the originals were received, or null
 */
public record Appointment(
        @Nullable ServiceCentre centre,
        @Nullable Instant identified,
        @Nullable Instant originals) {}
