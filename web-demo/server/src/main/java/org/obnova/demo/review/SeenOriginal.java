// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Instant;

/** A paper that was the same as what was sent, in the eyes of that clerk. */
public record SeenOriginal(Original original, String clerk, Instant at) {}
