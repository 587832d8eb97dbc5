// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The window of the entropy sensor (S18). Imports: entropy, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.entropy;

import org.jspecify.annotations.NullMarked;
