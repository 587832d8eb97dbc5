// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;

/**
 * The PIN once more, for a key that wants it at each use (CKA_ALWAYS_AUTHENTICATE): CKU_CONTEXT_SPECIFIC after C_SignInit.
 *
 * @param pin UTF-8; null where it is entered on the reader's own pad. Whoever made it closes it
 */
public record ContextLogin(@Nullable Secret pin) {}
