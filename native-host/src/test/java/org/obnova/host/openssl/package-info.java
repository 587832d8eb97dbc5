// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** The foreign program that checks what the host writes. */
@NullMarked
package org.obnova.host.openssl;

import org.jspecify.annotations.NullMarked;
