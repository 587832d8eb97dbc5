// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The care for a token's PIN: it is entered by the person in the host's own window, never tried by the host itself, and asked for no more often than it must
 * be. Imports: fault, secret, task, platform, storage, and of the token's packages ckr and wire. Standard: PKCS #11 v3.1 sections 3.2 (flags of a token) and 5.6
 * (C_Login, C_SetPIN).
 */
@NullMarked
package org.obnova.host.storage.token.pin;

import org.jspecify.annotations.NullMarked;
