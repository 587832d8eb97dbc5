// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Shows what a token works at: the steps, what runs, and why it cannot be cancelled now (window «progress» of the screens). Imports: fault, keys, storage,
 * task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.progress;

import org.jspecify.annotations.NullMarked;
