// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Version 1 of the container of a folder, bytes only: PKCS#12 (RFC 7292) with PBES2 (RFC 8018), which OpenSSL 3 opens without {@code -legacy}.
 * What other programs wrote is read too, with the help of {@code pkcs12}.
 * Imports: fault, secret, keys, certificate, Bouncy Castle's lightweight API.
 */
@NullMarked
package org.obnova.host.storage.folder.v1;

import org.jspecify.annotations.NullMarked;
