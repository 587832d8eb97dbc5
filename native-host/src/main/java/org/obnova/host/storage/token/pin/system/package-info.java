// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Which store of passwords this system has: the Secret Service on Linux, DPAPI on Windows, the Keychain on macOS. The last two go through the systems' own
 * programs, so that no native code of ours is needed, and have never run on their systems: tests stand in for the programs. Imports: fault, secret, and
 * of the token's packages pin.
 */
@NullMarked
package org.obnova.host.storage.token.pin.system;

import org.jspecify.annotations.NullMarked;
