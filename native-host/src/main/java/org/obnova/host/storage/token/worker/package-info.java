// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What runs in a driver process: one vendor's PKCS #11 module behind the wrapper, driven by frames. The only package that knows the wrapper; a crash
 * in here ends this process alone. Classes on the way to the first listing do without lambdas, so that the process starts fast.
 * Imports: fault, secret, and of the token's packages {@code wire} and {@code ckr}.
 *
 * <p>Source standard: PKCS #11 Specification Version 3.1 (OASIS), section 5.
 */
@NullMarked
package org.obnova.host.storage.token.worker;

import org.jspecify.annotations.NullMarked;
