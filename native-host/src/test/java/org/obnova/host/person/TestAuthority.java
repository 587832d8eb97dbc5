// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SigningKey;

/** A certification authority of one root, for tests only. */
public final class TestAuthority {
    private static final X500Name NAME = new X500Name("CN=Obnova test root");
    private static final Duration YEAR = Duration.ofDays(365);

    private final SigningKey key;
    private final X509CertificateHolder root;
    private final SecureRandom random = new SecureRandom();

    /** Makes the root, valid for ten years around now. */
    public TestAuthority(KeyAlgorithm algorithm, Instant now) {
        key = new KeyGenerator().generate(algorithm, random);
        try {
            root = builder(NAME, key.publicKey(), now.minus(YEAR.multipliedBy(5)), now.plus(YEAR.multipliedBy(5)))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .build(signer());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The anchor. */
    public X509CertificateHolder root() {
        return root;
    }

    /** Issues what the request asks for, valid for a year from this time. */
    public X509CertificateHolder issue(byte[] request, Instant from) {
        try {
            PKCS10CertificationRequest parsed = new PKCS10CertificationRequest(request);
            return issue(parsed.getSubject(), parsed.getSubjectPublicKeyInfo(), from);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Issues a certificate of this key, valid for a year from this time. */
    public X509CertificateHolder issue(X500Name subject, SubjectPublicKeyInfo publicKey, Instant from) {
        try {
            return builder(subject, publicKey, from, from.plus(YEAR))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .build(signer());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private X509v3CertificateBuilder builder(
            X500Name subject, SubjectPublicKeyInfo publicKey, Instant from, Instant to) {
        return new X509v3CertificateBuilder(
                NAME, new BigInteger(120, random), Date.from(from), Date.from(to), subject, publicKey);
    }

    private ContentSigner signer() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        return new ContentSigner() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return key.signatureAlgorithm();
            }

            @Override
            public OutputStream getOutputStream() {
                return message;
            }

            @Override
            public byte[] getSignature() {
                return key.sign(message.toByteArray());
            }
        };
    }
}
