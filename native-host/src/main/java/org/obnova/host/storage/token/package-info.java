// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Tokens as media: one that is found again wherever it is inserted, with the keys that it makes itself (active) and the containers of the host that it
 * keeps as data objects (passive). What lies on a token, and in which order it is written, is said in {@code doc/decisions}.
 * Imports: fault, log, secret, task, json, keys, certificate, platform, storage, the container codec of folders, and of the token's packages {@code wire},
 * {@code driver}, {@code ckr}, {@code pin}, {@code profile}, {@code inventory}.
 *
 * <p>Source standard: PKCS #11 Specification Version 3.1 (OASIS), sections 4 (objects) and 5 (functions); RFC 9215 for GOST keys.
 */
@NullMarked
package org.obnova.host.storage.token;

import org.jspecify.annotations.NullMarked;
