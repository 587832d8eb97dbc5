// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What becomes of keys that lie about, and of a renewal that is given up. Imports: renewal, storage, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.renewal;

import org.jspecify.annotations.NullMarked;
