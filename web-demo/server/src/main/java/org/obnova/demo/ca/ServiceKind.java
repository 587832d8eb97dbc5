// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What an authority lets another key do in its name. */
public enum ServiceKind {
    /** Tells the status of certificates (RFC 6960 section 4.2.2.2). */
    STATUS("-ocsp", "служба статуса сертификатов", KeyPurposeId.id_kp_OCSPSigning),
    /** Stamps the time (RFC 3161 section 2.3). */
    TIME_STAMPS("-tsa", "служба меток времени", KeyPurposeId.id_kp_timeStamping),
    /** Answers machines (id-kp-cmcCA: RFC 9810 section 4.5, RFC 6402 section 2.10). */
    MACHINES("-cmp", "служба обновления для программ", KeyPurposeId.id_kp_cmcCA);

    private final String suffix;
    private final String title;
    /** Dotted. */
    private final String purpose;

    ServiceKind(String suffix, String title, KeyPurposeId purpose) {
        this.suffix = suffix;
        this.title = title;
        this.purpose = purpose.getId();
    }

    String id(Authority authority) {
        return authority.id() + suffix;
    }

    String title() {
        return title;
    }

    KeyPurposeId purpose() {
        return KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose));
    }
}
