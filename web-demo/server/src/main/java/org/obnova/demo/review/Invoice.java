// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The invoice for an application's certificate (S15).
 *
 * @param paid null as long as it is not
 */
public record Invoice(Instant billed, @Nullable Instant paid) {}
