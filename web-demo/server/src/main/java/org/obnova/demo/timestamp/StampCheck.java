// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.timestamp;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.obnova.demo.ca.Verifiers;

/** Checks stamps that the authority keeps: by its own certificates, and not by what else is in the stamp. */
public final class StampCheck {
    private final List<X509CertificateHolder> authorities;

    /** @param authorities certificates of those whose stamps count */
    public StampCheck(List<X509CertificateHolder> authorities) {
        this.authorities = List.copyOf(authorities);
    }

    /**
     * Whether the stamp is over that digest and of a time-stamp key of these authorities.
     *
     * @param token DER of a TimeStampToken (RFC 3161 section 2.4.2)
     * @param digest SHA-256, 32 bytes
     */
    public boolean holds(byte[] token, byte[] digest) {
        try {
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            List<X509CertificateHolder> signers = stamp.getCertificates().getMatches(null).stream()
                    .filter(stamp.getSID()::match)
                    .toList();
            if (signers.size() != 1
                    || !stamp.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    || !Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), digest)) {
                return false;
            }
            X509CertificateHolder signer = signers.getFirst();
            if (!stampsTime(signer) || !issuedHere(signer)) {
                return false;
            }
            stamp.validate(Verifiers.of(signer));
            return true;
        } catch (TSPException
                | IOException
                | CMSException
                | CertException
                | OperatorCreationException
                | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean issuedHere(X509CertificateHolder signer)
            throws CertException, OperatorCreationException, IOException {
        for (X509CertificateHolder authority : authorities) {
            if (authority.getSubject().equals(signer.getIssuer())
                    && signer.isSignatureValid(Verifiers.contentOf(authority))) {
                return true;
            }
        }
        return false;
    }

    private static boolean stampsTime(X509CertificateHolder signer) {
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(signer.getExtensions());
        return usage != null && usage.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping);
    }
}
