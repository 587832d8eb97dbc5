// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.request;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SignatureVerifier;
import org.obnova.host.keys.UntrustedDer;

/**
 * A PKCS#10 request (RFC 2986) that came back: from the authority that keeps it, or from what is left of a record. Its signature was verified, so whoever made
 * it had the key.
 *
 * @param der of the whole request
 * @param subject whom it is for
 * @param publicKey whose certificate it asks for
 */
// The octets go back as they came; nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
public record ReceivedRequest(byte[] der, X500Name subject, SubjectPublicKeyInfo publicKey) {
    /** No request comes near; octets. */
    private static final int LARGEST = 64 * 1024;

    /**
     * Reads the DER of a request.
     *
     * @throws Fault {@code RENEWAL_CONFLICT} when it is none, or was not signed by its key
     */
    public static ReceivedRequest read(byte[] der) {
        if (der.length > LARGEST) {
            throw new Fault(ErrorCode.RENEWAL_CONFLICT, "a request of " + der.length + " octets");
        }
        return UntrustedDer.read(ErrorCode.RENEWAL_CONFLICT, "request", () -> {
            CertificationRequest request = CertificationRequest.getInstance(der);
            CertificationRequestInfo info = request.getCertificationRequestInfo();
            if (!Arrays.equals(der, request.getEncoded(ASN1Encoding.DER))) {
                throw new Fault(ErrorCode.RENEWAL_CONFLICT, "the request is not encoded as DER");
            }
            if (!verifies(request, info)) {
                throw new Fault(ErrorCode.RENEWAL_CONFLICT, "the request was not signed by its key");
            }
            return new ReceivedRequest(der.clone(), info.getSubject(), info.getSubjectPublicKeyInfo());
        });
    }

    private static boolean verifies(CertificationRequest request, CertificationRequestInfo info) throws IOException {
        try {
            return SignatureVerifier.verifies(
                    info.getSubjectPublicKeyInfo(),
                    request.getSignatureAlgorithm(),
                    info.getEncoded(ASN1Encoding.DER),
                    request.getSignature().getOctets());
        } catch (Fault e) {
            throw new Fault(ErrorCode.RENEWAL_CONFLICT, "the request's key cannot be used", e);
        }
    }
}
