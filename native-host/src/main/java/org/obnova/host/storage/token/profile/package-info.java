// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What vendors' tokens are and want, as data ({@code profiles.json}): how one is recognised, its name, whether it makes keys itself, with which
 * mechanisms and templates, its factory PIN, how it is unlocked, who may use it (S28). Read when a token is first met. Imports: json, keys, storage,
 * and of the token's packages {@code wire}.
 *
 * <p>Source standard: PKCS #11 Specification Version 3.1 (OASIS); vendor constants as published by the makers of Rutoken and JaCarta
 * (the range NSSCK_VENDOR_PKCS11_RU_TEAM); parameter sets of RFC 7836 and RFC 9215.
 */
@NullMarked
package org.obnova.host.storage.token.profile;

import org.jspecify.annotations.NullMarked;
