// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Checks of the computer's clock, disk, display and services. */
@NullMarked
package org.obnova.host.diagnostics.computer;

import org.jspecify.annotations.NullMarked;
