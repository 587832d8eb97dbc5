// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Checks a PKCS#10 request (RFC 2986): form, key, proof of possession, new key, and the applicant's own data. */
public final class RequestCheck {
    private static final int MAX_BYTES = 16 * 1024;

    private final CertificateRegister register;

    /** @param register where used keys are known */
    public RequestCheck(CertificateRegister register) {
        this.register = register;
    }

    /**
     * Checks a request.
     *
     * @param der the request
     * @param profile what keys are expected
     * @param expected whose data must stand in it
     * @throws Problem REQUEST_INVALID, KEY_REUSED
     */
    public AcceptedRequest accept(byte[] der, CaProfile profile, CertificateSubject expected) {
        return accept(prove(der, profile), expected);
    }

    /**
     * What the database has to say to a request that {@link #prove} let pass.
     *
     * @param expected whose data must stand in it
     * @throws Problem REQUEST_INVALID, KEY_REUSED
     */
    public AcceptedRequest accept(ProvenRequest proven, CertificateSubject expected) {
        require(names(proven.subject(), expected), "subject differs from the application");
        if (register.knowsKey(proven.key().keyId())) {
            throw new Problem(ProblemCode.KEY_REUSED, "a certificate of this key exists");
        }
        return proven.key();
    }

    /**
     * Form, key, and proof of possession: milliseconds of cryptography, which need no transaction. Bouncy Castle decodes lazily: what is malformed shows as any of these exceptions, at any step.
     *
     * @param der the request
     * @param profile what keys are expected
     * @throws Problem REQUEST_INVALID
     */
    public static ProvenRequest prove(byte[] der, CaProfile profile) {
        require(der.length <= MAX_BYTES, "longer than 16 KiB");
        try {
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(der);
            // What re-encodes to other bytes is not DER, or has something hidden in it.
            require(Arrays.equals(request.toASN1Structure().getEncoded("DER"), der), "not DER");
            require(
                    request.toASN1Structure()
                            .getCertificationRequestInfo()
                            .getVersion()
                            .hasValue(0),
                    "version is not 0");
            CertifiableKey key = KeyRules.accept(request.getSubjectPublicKeyInfo(), profile);
            ASN1ObjectIdentifier algorithm = request.getSignatureAlgorithm().getAlgorithm();
            require(signatures(profile).contains(algorithm), "signature algorithm is not allowed");
            require(signed(request, key.decoded()), "signature does not verify: no proof of possession");
            // A request names the person and nothing else: for whom the person acts is said by the authority, which has
            // asked the registers.
            CertificateSubject subject = SubjectName.read(request.getSubject())
                    .filter(found -> found.capacity() instanceof Capacity.Private)
                    .map(Bearer::person)
                    .orElseThrow(() -> new Problem(ProblemCode.REQUEST_INVALID, "subject is not that of a person"));
            return new ProvenRequest(new AcceptedRequest(key.info(), KeyRules.id(key.info())), subject);
        } catch (IOException
                | OperatorCreationException
                | PKCSException
                | RuntimeOperatorException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ClassCastException e) {
            throw new Problem(ProblemCode.REQUEST_INVALID, "not a PKCS#10 request", e);
        }
    }

    private static boolean signed(PKCS10CertificationRequest request, PublicKey key)
            throws OperatorCreationException, PKCSException {
        return request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                .setProvider(Crypto.PROVIDER)
                .build(key));
    }

    private static boolean names(CertificateSubject found, CertificateSubject expected) {
        return expected.samePerson(found)
                && found.country().equals(expected.country())
                && (found.email() == null || found.email().equals(expected.email()));
    }

    /** What keys of that profile sign with. */
    static Set<ASN1ObjectIdentifier> signatures(CaProfile profile) {
        return switch (profile) {
            case GOST256 -> Set.of(RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_256);
            case GOST512 -> Set.of(RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_512);
            case EC -> Set.of(X9ObjectIdentifiers.ecdsa_with_SHA256);
            case RSA -> Set.of(PKCSObjectIdentifiers.sha256WithRSAEncryption);
        };
    }

    private static void require(boolean condition, String detail) {
        if (!condition) {
            throw new Problem(ProblemCode.REQUEST_INVALID, detail);
        }
    }
}
