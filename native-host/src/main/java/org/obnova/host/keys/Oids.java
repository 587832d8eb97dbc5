// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

/**
 * The object identifiers that a {@code switch} needs, in dotted form: constants of the compiler, so that naming them loads no class.
 * Sources: RFC 9215, RFC 5480, RFC 5758, RFC 8017, NIST CSOR.
 */
final class Oids {
    static final String GOST_256_KEY = "1.2.643.7.1.1.1.1";
    static final String GOST_512_KEY = "1.2.643.7.1.1.1.2";
    static final String GOST_256_SIGNATURE = "1.2.643.7.1.1.3.2";
    static final String GOST_512_SIGNATURE = "1.2.643.7.1.1.3.3";
    static final String STREEBOG_256 = "1.2.643.7.1.1.2.2";
    static final String STREEBOG_512 = "1.2.643.7.1.1.2.3";
    /** id-GostR3410-2001-CryptoPro-XchA-ParamSet. */
    static final String CRYPTO_PRO_XCH_A = "1.2.643.2.2.36.0";
    /** id-tc26-gost-3410-12-512-paramSetA. */
    static final String TC26_512_A = "1.2.643.7.1.2.1.2.1";

    static final String EC_KEY = "1.2.840.10045.2.1";
    static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    static final String ECDSA_SHA384 = "1.2.840.10045.4.3.3";
    static final String ECDSA_SHA512 = "1.2.840.10045.4.3.4";
    static final String P256 = "1.2.840.10045.3.1.7";
    static final String P384 = "1.3.132.0.34";
    static final String P521 = "1.3.132.0.35";

    static final String RSA_KEY = "1.2.840.113549.1.1.1";
    static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    static final String RSA_SHA384 = "1.2.840.113549.1.1.12";
    static final String RSA_SHA512 = "1.2.840.113549.1.1.13";

    static final String MGF1 = "1.2.840.113549.1.1.8";

    static final String SHA1 = "1.3.14.3.2.26";
    static final String SHA224 = "2.16.840.1.101.3.4.2.4";
    static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    static final String SHA384 = "2.16.840.1.101.3.4.2.2";
    static final String SHA512 = "2.16.840.1.101.3.4.2.3";

    private Oids() {}
}
