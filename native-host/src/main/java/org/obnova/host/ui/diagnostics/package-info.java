// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Shows the report for support before anybody gets it (S27). Imports: diagnostics, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.diagnostics;

import org.jspecify.annotations.NullMarked;
