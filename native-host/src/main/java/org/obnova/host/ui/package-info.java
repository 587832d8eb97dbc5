// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The host's own windows, one folder a window; {@link org.obnova.host.ui.Windows} gives them all as the ports of the capabilities. Nothing of
 * Swing is loaded before the first window is shown. Imports: the ports, task, and the packages beneath; only Wiring imports it.
 */
@NullMarked
package org.obnova.host.ui;

import org.jspecify.annotations.NullMarked;
