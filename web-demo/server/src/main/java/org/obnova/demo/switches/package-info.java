// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The page on which whoever shows the demo switches the answers of its state agencies. Imports: agencies, problem, registers, web.
 */
@NullMarked
package org.obnova.demo.switches;

import org.jspecify.annotations.NullMarked;
