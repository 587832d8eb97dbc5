// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Lets the person choose a medium, in a window that follows them as they come and go (S17, S24). Imports: fault, storage, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.storage;

import org.jspecify.annotations.NullMarked;
