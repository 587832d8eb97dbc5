// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Asks for the PIN of a token, and tells what the token says of it (S19). What a person types is checked for its length before it costs a try.
 * Imports: storage, secret, task, ui.frame, ui.password, Swing.
 */
@NullMarked
package org.obnova.host.ui.pin;

import org.jspecify.annotations.NullMarked;
