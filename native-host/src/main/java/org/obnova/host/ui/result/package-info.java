// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What was installed, and to which of the person's other programs it goes (S23). Imports: personalstore, secret, task, ui.frame, ui.password, Swing.
 */
@NullMarked
package org.obnova.host.ui.result;

import org.jspecify.annotations.NullMarked;
