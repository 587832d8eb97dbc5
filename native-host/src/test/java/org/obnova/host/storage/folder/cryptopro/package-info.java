// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Containers of CryptoPro CSP: published samples, and others made after them. */
@NullMarked
package org.obnova.host.storage.folder.cryptopro;

import org.jspecify.annotations.NullMarked;
