// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * All tokens at hand, over all modules: each once, with what is there and cannot be used, and told when it changes. Modules are asked side by side, so
 * that a slow or broken one delays no other. Imports: fault, settings, storage, and of the token's packages {@code driver}, {@code wire}, {@code ckr},
 * {@code module}, {@code profile}.
 *
 * <p>Source standard: PKCS #11 Specification Version 3.1 (OASIS), sections 3.2 and 5.5.
 */
@NullMarked
package org.obnova.host.storage.token.inventory;

import org.jspecify.annotations.NullMarked;
