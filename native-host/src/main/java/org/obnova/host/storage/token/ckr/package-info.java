// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The return values of PKCS #11 by number: their names, and what they mean for the person. A driver's message is never read. Imports: nothing.
 *
 * <p>Source standard: PKCS #11 Specification Version 3.1 (OASIS), section 5.1 and the header pkcs11t.h.
 */
@NullMarked
package org.obnova.host.storage.token.ckr;

import org.jspecify.annotations.NullMarked;
