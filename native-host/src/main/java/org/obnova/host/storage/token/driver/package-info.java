// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The host's side of the driver processes: each PKCS #11 module lives in a process of its own, so that neither a crash nor a hang of a vendor's
 * library does harm. Imports: fault, log, and of the token's packages {@code wire} and {@code ckr}.
 *
 * <p>Source standard: PKCS #11 Specification Version 3.1 (OASIS).
 */
@NullMarked
package org.obnova.host.storage.token.driver;

import org.jspecify.annotations.NullMarked;
