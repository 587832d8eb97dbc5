// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

/** The handles of a key pair that was made on a token. */
public record KeyPair(long publicKey, long privateKey) {}
