// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The container in which CryptoPro CSP keeps a key on a drive: a folder of small files ({@code header.key}, {@code masks.key},
 * {@code primary.key}, {@code name.key}, and {@code masks2.key}, {@code primary2.key} of a second pair). Its maker publishes no description; what is read here
 * follows public descriptions of others. Bytes only: which files there are is not its business. It is read, never written: the person's present key
 * signs from it, and is copied into an open format. Imports: fault, secret, keys, certificate, Bouncy Castle's lightweight API.
 */
@NullMarked
package org.obnova.host.storage.folder.cryptopro;

import org.jspecify.annotations.NullMarked;
