// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of what is checked of the computer itself. */
@NullMarked
package org.obnova.host.diagnostics.computer;

import org.jspecify.annotations.NullMarked;
