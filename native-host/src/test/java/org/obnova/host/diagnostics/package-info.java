// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the diagnostics' own run, with checks made for it. */
@NullMarked
package org.obnova.host.diagnostics;

import org.jspecify.annotations.NullMarked;
