// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Shows a document whole, with the certificate that is to sign it (S10, S22); asks whether one that is encrypted shall be decrypted (S25). Imports: signature, decryption, certificate, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.document;

import org.jspecify.annotations.NullMarked;
