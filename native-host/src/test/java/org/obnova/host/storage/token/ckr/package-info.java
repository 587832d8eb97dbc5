// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the return values of PKCS #11. */
@NullMarked
package org.obnova.host.storage.token.ckr;

import org.jspecify.annotations.NullMarked;
