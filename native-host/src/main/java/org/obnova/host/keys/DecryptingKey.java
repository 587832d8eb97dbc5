// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A private key that takes part in decryption. Each method is for one kind of key; another kind, or what was not made for this key, is the fault {@code MESSAGE_DAMAGED}.
 */
public interface DecryptingKey extends SigningKey {
    /**
     * RSA with PKCS#1 v1.5 padding (RFC 8017 section 7.2.2). A wrong padding or length cannot be told from a right one: the result is then {@code otherwise}.
     *
     * @param otherwise random octets, as many as the right result has
     */
    byte[] unwrapPkcs1(byte[] encrypted, byte[] otherwise);

    /** RSAES-OAEP (RFC 8017 section 7.1.2). */
    byte[] unwrapOaep(byte[] encrypted, RSAESOAEPparams parameters);

    /**
     * ECDH (SP 800-56A section 5.7.1.2).
     *
     * @param peer on the same curve, whatever its encoding says of parameters
     * @return the X coordinate, as many octets as the field has
     */
    byte[] agree(SubjectPublicKeyInfo peer);

    /**
     * VKO GOST R 34.10-2012 (RFC 7836 section 4.3).
     *
     * @param peer of the same parameter set
     * @param ukm user keying material, lowest octet first
     * @param octets 32 for VKO_256, 64 for VKO_512 (with keys of 512 bit only)
     */
    byte[] vko(SubjectPublicKeyInfo peer, byte[] ukm, int octets);
}
