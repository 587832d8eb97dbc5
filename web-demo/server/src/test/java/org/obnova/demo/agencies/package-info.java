// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the registers' clients against the agencies that the demo plays. */
@NullMarked
package org.obnova.demo.agencies;

import org.jspecify.annotations.NullMarked;
