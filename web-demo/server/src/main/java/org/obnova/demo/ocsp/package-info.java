// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The online status of certificates (OCSP): answers who asks whether a certificate that an authority issued still counts.
 *
 * <p>A responder of its own key speaks for each authority that has holders; the key's certificate carries id-pkix-ocsp-nocheck, because nobody could
 * ask about it. Answers without a nonce are kept for some minutes, as RFC 5019 has them, and forgotten when the certificate is revoked; one with a nonce is signed for
 * him who asks. A serial number that the authority never issued is answered as revoked (RFC 6960 section 2.2): a forged certificate must not
 * pass where «unknown» counts as good.
 *
 * <p>Imports: ca; Bouncy Castle. Sources: RFC 6960, RFC 5019 (light profile), RFC 9654 (nonce).
 */
@NullMarked
package org.obnova.demo.ocsp;

import org.jspecify.annotations.NullMarked;
