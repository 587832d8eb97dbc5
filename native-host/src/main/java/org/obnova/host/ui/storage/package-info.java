// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Lets the person choose a medium (S17, S24). Imports: storage, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.storage;

import org.jspecify.annotations.NullMarked;
