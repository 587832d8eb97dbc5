// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * PKCS#12 (RFC 7292) as programs write it, bytes only: its parts and bags, its MACs (appendix B, and PBMAC1 of RFC 9579), its encryption (PBES2 of RFC 8018, and the
 * older schemes of appendix C). What transport containers use instead is left to {@code tc26}. Which container is ours is the business of {@code v1}.
 * Imports: fault, secret, keys, certificate, Bouncy Castle's lightweight API.
 */
@NullMarked
package org.obnova.host.storage.folder.pkcs12;

import org.jspecify.annotations.NullMarked;
