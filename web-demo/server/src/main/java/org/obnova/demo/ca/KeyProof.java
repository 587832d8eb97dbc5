// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import org.bouncycastle.asn1.crmf.POPOSigningKey;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.CertificateRequestMessage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Proof of possession of a key in a request of CRMF (RFC 4211 section 4.1): a signature with it over the request. */
public final class KeyProof {
    private KeyProof() {}

    /** Whether messages and proofs may be signed with that algorithm where the keys are of that profile. */
    public static boolean allows(@Nullable AlgorithmIdentifier algorithm, CaProfile profile) {
        return algorithm != null && RequestCheck.signatures(profile).contains(algorithm.getAlgorithm());
    }

    /**
     * The key of a request: one that the profile certifies, and the requester's.
     *
     * @throws Problem REQUEST_INVALID
     */
    public static AcceptedRequest prove(CertificateRequestMessage request, CaProfile profile) {
        SubjectPublicKeyInfo info = request.getCertTemplate().getPublicKey();
        require(info != null, "no key");
        CertifiableKey key = KeyRules.accept(info, profile);
        ProofOfPossession proof = request.toASN1Structure().getPop();
        require(proof != null && proof.getType() == ProofOfPossession.TYPE_SIGNING_KEY, "no signature of the new key");
        POPOSigningKey signature = POPOSigningKey.getInstance(proof.getObject());
        // With an input of its own the signature would not be over the request.
        require(signature.getPoposkInput() == null, "a proof over something else");
        require(allows(signature.getAlgorithmIdentifier(), profile), "signature algorithm is not allowed");
        try {
            require(
                    request.isValidSigningKeyPOP(new JcaContentVerifierProviderBuilder()
                            .setProvider(Crypto.PROVIDER)
                            .build(Crypto.publicKey(info))),
                    "no proof of possession");
        } catch (CRMFException | OperatorCreationException | IOException e) {
            throw new Problem(ProblemCode.REQUEST_INVALID, "no proof of possession", e);
        }
        return new AcceptedRequest(key.info(), KeyRules.id(key.info()));
    }

    private static void require(boolean condition, String detail) {
        if (!condition) {
            throw new Problem(ProblemCode.REQUEST_INVALID, detail);
        }
    }
}
