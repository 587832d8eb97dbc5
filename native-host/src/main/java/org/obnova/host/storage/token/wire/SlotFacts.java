// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import org.jspecify.annotations.Nullable;

/**
 * A slot of a module.
 *
 * @param slotId a number for this token in this slot, not the module's own. It dies when the token is pulled out or exchanged or the process
 *     replaced, and a call with a dead number fails with CKR_DEVICE_REMOVED. So nothing is ever written to another token than the one that was
 *     listed. 0 without a token
 * @param description of the slot: usually the reader's name
 * @param token null where none is in the slot
 */
public record SlotFacts(
        long slotId, String description, @Nullable TokenInfo token) {}
