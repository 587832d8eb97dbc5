// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Decryption of what the foreign program encrypted, algorithm by algorithm, and of what somebody changed on the way. */
@NullMarked
package org.obnova.host.decryption;

import org.jspecify.annotations.NullMarked;
