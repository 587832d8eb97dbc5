// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Russian ciphers and their modes as messages and containers use them, where the library has them otherwise or not at all. Standards: GOST R 34.12-2015 (RFC 7801,
 * RFC 8891), GOST 28147-89 (RFC 5830, RFC 4357), RFC 8645, RFC 9337. Imports: Bouncy Castle's lightweight API.
 */
@NullMarked
package org.obnova.host.cipher;

import org.jspecify.annotations.NullMarked;
