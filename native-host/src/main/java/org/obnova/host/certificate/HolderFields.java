// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The attribute types of a Russian holder's name (order of FSB 795, section 2). */
final class HolderFields {
    /** SNILS, NumericString of 11. */
    static final ASN1ObjectIdentifier SNILS = new ASN1ObjectIdentifier("1.2.643.100.3");
    /** INN, NumericString of 12. */
    static final ASN1ObjectIdentifier INN = new ASN1ObjectIdentifier("1.2.643.3.131.1.1");

    private HolderFields() {}
}
