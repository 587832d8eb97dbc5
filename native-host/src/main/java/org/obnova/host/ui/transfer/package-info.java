// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Asks which file a key comes from, what is to be done with it, and which file it goes to. Imports: certificate, fault, storage, task, transfer, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.transfer;

import org.jspecify.annotations.NullMarked;
