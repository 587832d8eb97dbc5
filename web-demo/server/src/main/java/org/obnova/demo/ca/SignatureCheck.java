// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Checks a detached CAdES-BES signature (RFC 5652, ETSI EN 319 122-1) against the exact bytes that should be signed. */
public final class SignatureCheck {
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_CERTIFICATES = 8;

    private final CertificateRegister register;
    private final InstantSource clock;

    /**
     * @param register which certificates are this authority's, and which are revoked
     * @param clock for their dates
     */
    public SignatureCheck(CertificateRegister register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * Checks a signature.
     *
     * @param cms DER
     * @param signed the exact bytes
     * @return the signer's certificate: this authority's, valid now, not revoked
     * @throws Problem SIGNATURE_INVALID, SIGNER_UNTRUSTED, SIGNER_EXPIRED, CERTIFICATE_REVOKED
     */
    public IssuedCertificate signer(byte[] cms, byte[] signed) {
        require(cms.length <= MAX_BYTES, "longer than 64 KiB");
        try {
            CMSSignedData data = parse(cms, signed);
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            require(signers.size() == 1, "not one signer");
            SignerInformation signer = signers.iterator().next();
            require(data.getDigestAlgorithmIDs().equals(Set.of(signer.getDigestAlgorithmID())), "other digests");
            X509CertificateHolder certificate = certificate(data, signer);
            IssuedCertificate issued = standing(certificate);
            SignerRules.check(signer, certificate);
            require(verifies(signer, certificate), "signature does not verify");
            return issued;
        } catch (CMSException
                | IOException
                | OperatorCreationException
                | RuntimeOperatorException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ClassCastException e) {
            throw new Problem(ProblemCode.SIGNATURE_INVALID, "not a signature", e);
        }
    }

    private static CMSSignedData parse(byte[] cms, byte[] signed) throws IOException, CMSException {
        ASN1Primitive whole = ASN1Primitive.fromByteArray(cms);
        require(whole != null, "empty");
        // What re-encodes to other bytes is not DER, or has something hidden in it.
        require(Arrays.equals(whole.getEncoded("DER"), cms), "not DER");
        ContentInfo info = ContentInfo.getInstance(whole);
        require(info.getContentType().equals(CMSObjectIdentifiers.signedData), "not SignedData");
        require(info.getContent() != null, "no content");
        SignedData data = SignedData.getInstance(info.getContent());
        require(data.getVersion().hasValue(1), "version is not 1");
        ASN1ObjectIdentifier content = data.getEncapContentInfo().getContentType();
        require(content.equals(CMSObjectIdentifiers.data), "content is not id-data");
        require(data.getEncapContentInfo().getContent() == null, "not detached");
        return new CMSSignedData(new CMSProcessableByteArray(signed), info);
    }

    private static X509CertificateHolder certificate(CMSSignedData data, SignerInformation signer) {
        Collection<X509CertificateHolder> all = data.getCertificates().getMatches(null);
        require(all.size() <= MAX_CERTIFICATES, "too many certificates");
        List<X509CertificateHolder> matching =
                all.stream().filter(signer.getSID()::match).toList();
        require(matching.size() == 1, "no certificate of the signer");
        return matching.getFirst();
    }

    /**
     * The register's entry of a certificate that is this authority's, valid now and not revoked.
     *
     * @throws Problem SIGNER_UNTRUSTED, SIGNER_EXPIRED, CERTIFICATE_REVOKED
     */
    public IssuedCertificate standing(X509CertificateHolder certificate) {
        IssuedCertificate issued = register.find(CertificateRegister.sha256(certificate))
                .filter(found -> AuthorityKind.issuesHere(found.authority()))
                .orElseThrow(() -> new Problem(ProblemCode.SIGNER_UNTRUSTED, "not issued by this authority"));
        if (!issued.validAt(clock.instant())) {
            throw new Problem(ProblemCode.SIGNER_EXPIRED, "not valid now");
        }
        if (issued.revoked() != null) {
            throw new Problem(ProblemCode.CERTIFICATE_REVOKED, "revoked");
        }
        return issued;
    }

    /** By the key alone: the dates are checked by this authority's clock, not by the time that the signer claims. */
    private static boolean verifies(SignerInformation signer, X509CertificateHolder certificate)
            throws CMSException, OperatorCreationException, IOException {
        JcaSimpleSignerInfoVerifierBuilder verifier =
                new JcaSimpleSignerInfoVerifierBuilder().setProvider(Crypto.PROVIDER);
        return signer.verify(verifier.build(Crypto.publicKey(certificate.getSubjectPublicKeyInfo())));
    }

    private static void require(boolean condition, String detail) {
        if (!condition) {
            throw new Problem(ProblemCode.SIGNATURE_INVALID, detail);
        }
    }
}
