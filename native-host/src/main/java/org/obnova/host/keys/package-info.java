// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Key algorithms, key pairs and signing. Standards: GOST R 34.10-2012 with RFC 9215 encodings, FIPS 186-5 (ECDSA P-256), RFC 8017 (RSA).
 * Imports: fault, secret, Bouncy Castle's lightweight API (no provider is ever registered: that costs 125 ms).
 */
@NullMarked
package org.obnova.host.keys;

import org.jspecify.annotations.NullMarked;
