// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.util.Optional;

/** The authority as the web tier sees it. */
public interface CertificationAuthority {
    /**
     * A fresh revocation list.
     *
     * @param authority the part of the path before {@code .crl}: {@code gost256}, {@code gost256-root}, ...
     * @return DER, media type application/pkix-crl
     */
    Optional<byte[]> revocationList(String authority);

    /**
     * A fresh delta list: what changed since the earliest complete list that is still in force (RFC 5280 section 5.2.4).
     *
     * @param authority the part of the path before {@code -delta.crl}, as above
     * @return DER, media type application/pkix-crl
     */
    Optional<byte[]> deltaList(String authority);

    /**
     * A certificate of the authority.
     *
     * @param authority the part of the path before {@code .cer}, as above
     * @return DER, media type application/pkix-cert
     */
    Optional<byte[]> authorityCertificate(String authority);
}
