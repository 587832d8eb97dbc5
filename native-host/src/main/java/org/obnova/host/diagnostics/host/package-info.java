// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Checks of the host itself: whether it starts, its version, its settings. */
@NullMarked
package org.obnova.host.diagnostics.host;

import org.jspecify.annotations.NullMarked;
