// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Shows a document whole, with the certificate that is to sign it (S10, S22). Imports: signature, certificate, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.document;

import org.jspecify.annotations.NullMarked;
