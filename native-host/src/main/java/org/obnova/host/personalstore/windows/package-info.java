// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The personal store of Windows (CurrentUser\\My), which Edge, Chrome and most other programs there use. Never run on Windows: tests put a program in PowerShell's
 * place. Imports: fault, secret, task, keys, certificate, platform. Standard: PKCS#12 (RFC 7292) between here and Windows, in memory alone.
 */
@NullMarked
package org.obnova.host.personalstore.windows;

import org.jspecify.annotations.NullMarked;
