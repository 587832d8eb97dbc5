// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The transport container of TC 26: PKCS#12 protected by Russian algorithms (R 50.1.112-2016, RFC 9548), with which certified programs hand
 * keys to each other. Encryption and MAC for reading and writing, the unmasking of private keys, and writing whole containers. Imports: fault, secret, cipher, keys,
 * certificate, Bouncy Castle's lightweight API.
 */
@NullMarked
package org.obnova.host.storage.folder.tc26;

import org.jspecify.annotations.NullMarked;
