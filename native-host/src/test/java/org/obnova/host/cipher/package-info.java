// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Russian ciphers: the standards' own examples. */
@NullMarked
package org.obnova.host.cipher;

import org.jspecify.annotations.NullMarked;
