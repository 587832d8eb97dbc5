// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;

/** Reads from an answer how it was answered. */
@FunctionalInterface
interface AnswerStatus {
    String OTHER = "other";

    /** The status, as the source of the form calls it; {@link #OTHER} for one that it does not know. */
    String of(byte[] der);

    /** OCSPResponseStatus of RFC 6960 section 4.2.1. */
    static String ofOcsp(byte[] der) {
        ASN1Encodable status = ASN1Sequence.getInstance(der).getObjectAt(0);
        return Map.of(
                        0, "successful",
                        1, "malformed_request",
                        2, "internal_error",
                        3, "try_later",
                        5, "signature_required",
                        6, "unauthorized")
                .getOrDefault(ASN1Enumerated.getInstance(status).intValueExact(), OTHER);
    }

    /** PKIStatus of RFC 3161 section 2.4.2. */
    static String ofStamp(byte[] der) {
        ASN1Sequence info =
                ASN1Sequence.getInstance(ASN1Sequence.getInstance(der).getObjectAt(0));
        return Map.of(0, "granted", 1, "granted_with_mods", 2, "rejection")
                .getOrDefault(ASN1Integer.getInstance(info.getObjectAt(0)).intValueExact(), OTHER);
    }
}
