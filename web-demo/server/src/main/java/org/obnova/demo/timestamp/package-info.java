// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Time stamps (TSP): says that a document was there at a moment, so that its signature outlives the signer's certificate.
 *
 * <p>The authority sees the digest alone. The time is that of the CA's clock; its accuracy is stated, order between stamps of one second is not.
 *
 * <p>Imports: ca; Bouncy Castle. Sources: RFC 3161, RFC 5816 (ESSCertIDv2), ETSI EN 319 422 (profile), RFC 5126 and
 * ETSI EN 319 122-1 (CAdES-T).
 */
@NullMarked
package org.obnova.demo.timestamp;

import org.jspecify.annotations.NullMarked;
