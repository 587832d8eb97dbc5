// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Certification requests (PKCS#10, RFC 2986) with the subject of a natural person. Imports: fault, keys, certificate, Bouncy Castle's ASN.1.
 */
@NullMarked
package org.obnova.host.request;

import org.jspecify.annotations.NullMarked;
