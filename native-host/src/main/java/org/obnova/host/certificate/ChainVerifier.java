// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SignatureVerifier;
import org.obnova.host.keys.UntrustedDer;

/**
 * Verifies the path from a certificate to a configured anchor (RFC 5280 section 6.1 without policies): names, signatures, validity of every
 * certificate, anchor included, CA and path length, key usage, and that nothing critical is ignored. No network, so no revocation: that is the CA's part.
 */
public final class ChainVerifier {
    /** Certificates that a caller may hand over. */
    private static final int LONGEST_CHAIN = 8;

    private final List<X509CertificateHolder> anchors;
    private final InstantSource clock;

    /** Trusts these anchors, at the time of this clock. */
    public ChainVerifier(List<X509CertificateHolder> anchors, InstantSource clock) {
        this.anchors = List.copyOf(anchors);
        this.clock = clock;
    }

    /**
     * Verifies the path.
     *
     * @param chain issuers in any order, at most 8; anchors need not be among them, and those that do not belong to the path do no harm
     * @throws Fault {@code CERTIFICATE_EXPIRED} for a leaf that is not valid now; {@code CERTIFICATE_INVALID} for one that cannot be read;
     *     {@code CERTIFICATE_UNTRUSTED} when no path leads to an anchor
     */
    public void verify(X509CertificateHolder leaf, List<X509CertificateHolder> chain) {
        if (chain.size() > LONGEST_CHAIN) {
            throw new Fault(ErrorCode.CERTIFICATE_INVALID, "chain of " + chain.size() + " certificates");
        }
        Instant now = clock.instant();
        UntrustedDer.read(ErrorCode.CERTIFICATE_INVALID, "certificate", () -> {
            if (!PathRules.isValidAt(leaf, now)) {
                throw new Fault(ErrorCode.CERTIFICATE_EXPIRED, "the certificate is not valid now");
            }
            if (PathRules.hasUnknownCritical(leaf)) {
                throw new Fault(ErrorCode.CERTIFICATE_UNTRUSTED, "the certificate has an unknown critical extension");
            }
            Search search = new Search(now, chain);
            if (!search.leadsToAnchor(leaf, 0)) {
                throw new Fault(ErrorCode.CERTIFICATE_UNTRUSTED, search.whyNot());
            }
            return leaf;
        });
    }

    /** Tries every issuer that fits, each once, so that hostile chains cost no more than their length. */
    private final class Search {
        private final Instant now;
        private final List<X509CertificateHolder> chain;
        private final Set<X509CertificateHolder> tried = new HashSet<>();
        private final List<String> refused = new ArrayList<>();

        Search(Instant now, List<X509CertificateHolder> chain) {
            this.now = now;
            this.chain = chain;
        }

        /** @param below how many CA certificates that are not self-issued lie between the leaf and the issuer looked for */
        boolean leadsToAnchor(X509CertificateHolder certificate, int below) throws IOException {
            for (X509CertificateHolder anchor : anchors) {
                if (issued(anchor, certificate, below)) {
                    return true;
                }
            }
            for (X509CertificateHolder issuer : chain) {
                if (!tried.contains(issuer) && issued(issuer, certificate, below)) {
                    tried.add(issuer);
                    if (leadsToAnchor(issuer, PathRules.isSelfIssued(issuer) ? below : below + 1)) {
                        return true;
                    }
                }
            }
            return false;
        }

        String whyNot() {
            return refused.isEmpty() ? "no issuer leads to an anchor" : String.join("; ", refused);
        }

        private boolean issued(X509CertificateHolder issuer, X509CertificateHolder certificate, int below)
                throws IOException {
            if (!issuer.getSubject().equals(certificate.getIssuer())) {
                return false;
            }
            String refusal = PathRules.refusalOfIssuer(issuer, now, below);
            if (refusal == null && !isSignedBy(issuer, certificate)) {
                refusal = "the issuer's signature is wrong";
            }
            if (refusal != null) {
                refused.add(refusal);
            }
            return refusal == null;
        }

        private boolean isSignedBy(X509CertificateHolder issuer, X509CertificateHolder certificate) throws IOException {
            Certificate whole = certificate.toASN1Structure();
            // The octets as they came: the library's own TBSCertificate corrects some encodings, and would hide a
            // change.
            ASN1Encodable signed =
                    ASN1Sequence.getInstance(certificate.getEncoded()).getObjectAt(0);
            return whole.getSignatureAlgorithm()
                            .equals(whole.getTBSCertificate().getSignature())
                    && SignatureVerifier.verifies(
                            issuer.getSubjectPublicKeyInfo(),
                            whole.getSignatureAlgorithm(),
                            signed.toASN1Primitive().getEncoded(),
                            certificate.getSignature());
        }
    }
}
