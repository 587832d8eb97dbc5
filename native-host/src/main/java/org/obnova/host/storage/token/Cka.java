// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

/** The numbers of PKCS #11 v3.1 (pkcs11t.h) for objects and their attributes. */
final class Cka {
    static final long CLASS = 0x0;
    static final long TOKEN = 0x1;
    static final long PRIVATE = 0x2;
    static final long LABEL = 0x3;
    static final long APPLICATION = 0x10;
    static final long VALUE = 0x11;
    static final long CERTIFICATE_TYPE = 0x80;
    static final long ISSUER = 0x81;
    static final long SERIAL_NUMBER = 0x82;
    static final long CERTIFICATE_CATEGORY = 0x87;
    static final long KEY_TYPE = 0x100;
    static final long SUBJECT = 0x101;
    static final long ID = 0x102;
    static final long SENSITIVE = 0x103;
    static final long SIGN = 0x108;
    static final long VERIFY = 0x10A;
    static final long MODULUS = 0x120;
    static final long PUBLIC_EXPONENT = 0x122;
    static final long EXTRACTABLE = 0x162;
    static final long EC_PARAMS = 0x180;
    static final long EC_POINT = 0x181;
    static final long ALWAYS_AUTHENTICATE = 0x202;
    static final long GOSTR3410_PARAMS = 0x250;

    /** CKO_DATA. */
    static final long DATA = 0;
    /** CKO_CERTIFICATE. */
    static final long CERTIFICATE = 1;
    /** CKO_PUBLIC_KEY. */
    static final long PUBLIC_KEY = 2;
    /** CKO_PRIVATE_KEY. */
    static final long PRIVATE_KEY = 3;

    /** CKC_X_509. */
    static final long X_509 = 0;
    /** CK_CERTIFICATE_CATEGORY_TOKEN_USER. */
    static final long TOKEN_USER = 1;
    /** CK_CERTIFICATE_CATEGORY_AUTHORITY. */
    static final long AUTHORITY = 2;

    private Cka() {}
}
