// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import org.obnova.host.storage.KeyStorage;

/** Makes the medium of a token. */
@FunctionalInterface
public interface TokenStorages {
    /** The token as a medium; asks the token nothing yet. */
    KeyStorage of(SeenToken token);
}
