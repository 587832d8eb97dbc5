// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Secrets that end: zeroed on close, no {@code toString}, equality in constant time. Imports: nothing of ours.
 */
@NullMarked
package org.obnova.host.secret;

import org.jspecify.annotations.NullMarked;
