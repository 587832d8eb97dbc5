// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers of Russian qualified certificates (order 795, RFC 9215). */
final class Oids {
    static final ASN1ObjectIdentifier OGRN = oid("1.2.643.100.1");
    static final ASN1ObjectIdentifier SNILS = oid("1.2.643.100.3");
    static final ASN1ObjectIdentifier INNLE = oid("1.2.643.100.4");
    static final ASN1ObjectIdentifier OGRNIP = oid("1.2.643.100.5");
    static final ASN1ObjectIdentifier INN = oid("1.2.643.3.131.1.1");
    static final ASN1ObjectIdentifier SUBJECT_SIGN_TOOL = oid("1.2.643.100.111");
    static final ASN1ObjectIdentifier ISSUER_SIGN_TOOL = oid("1.2.643.100.112");
    static final ASN1ObjectIdentifier POLICY_KC1 = oid("1.2.643.100.113.1");
    static final ASN1ObjectIdentifier POLICY_KC2 = oid("1.2.643.100.113.2");
    static final ASN1ObjectIdentifier IDENTIFICATION_KIND = oid("1.2.643.100.114");
    static final ASN1ObjectIdentifier PRIVATE_KEY_USAGE_PERIOD = oid("2.5.29.16");

    private Oids() {}

    static ASN1ObjectIdentifier oid(String dotted) {
        return new ASN1ObjectIdentifier(dotted);
    }
}
