// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that was bought with the certificate (S15).
 *
 * @param serial what stands on it; null until it is handed out
 * @param handedOut when
 * @param by the login of who handed it out
 */
public record TokenOrder(
        Instant bought,
        @Nullable String serial,
        @Nullable Instant handedOut,
        @Nullable String by) {}
