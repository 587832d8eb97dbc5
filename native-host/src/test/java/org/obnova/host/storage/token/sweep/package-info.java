// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** A whole renewal on a token, with a fault at each of its PKCS #11 calls in turn. */
@NullMarked
package org.obnova.host.storage.token.sweep;

import org.jspecify.annotations.NullMarked;
