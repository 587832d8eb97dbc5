// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Asks for the password of a container, and for a new one (S19). Imports: storage, secret, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.password;

import org.jspecify.annotations.NullMarked;
