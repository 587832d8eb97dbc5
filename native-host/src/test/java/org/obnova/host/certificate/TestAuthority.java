// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SigningKey;

/** A certification authority of a test: a key, a certificate, and whatever certificates the test wants of it, right or wrong. */
public final class TestAuthority implements AutoCloseable {
    /** Adds extensions to a certificate in the making. */
    @FunctionalInterface
    public interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    /** When certificates of tests begin. */
    public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    /** When they end. */
    public static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");

    /** What a CA has. */
    public static final Extensions CA = builder -> {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    };

    /** What a holder has. */
    public static final Extensions HOLDER =
            builder -> builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKey key;
    private final X509CertificateHolder certificate;

    private TestAuthority(SigningKey key, X509CertificateHolder certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** A root that has signed itself. */
    public static TestAuthority root(KeyAlgorithm algorithm, String name) {
        return root(algorithm, name, CA);
    }

    /** The same with extensions of the test's own. */
    public static TestAuthority root(KeyAlgorithm algorithm, String name, Extensions extensions) {
        SigningKey key = SampleKeys.of(algorithm);
        X500Name dn = new X500Name("CN=" + name);
        return new TestAuthority(key, sign(key, dn, dn, key.publicKey(), FROM, UNTIL, extensions));
    }

    /** A CA under this one. */
    public TestAuthority under(KeyAlgorithm algorithm, String name, Extensions extensions) {
        SigningKey own = SampleKeys.of(algorithm);
        return new TestAuthority(own, issue(new X500Name("CN=" + name), own.publicKey(), FROM, UNTIL, extensions));
    }

    /** A certificate of this CA. */
    public X509CertificateHolder issue(
            X500Name subject, SubjectPublicKeyInfo publicKey, Instant from, Instant until, Extensions extensions) {
        return sign(key, certificate.getSubject(), subject, publicKey, from, until, extensions);
    }

    /** An ordinary certificate of a holder. */
    public X509CertificateHolder issue(X500Name subject, SubjectPublicKeyInfo publicKey) {
        return issue(subject, publicKey, FROM, UNTIL, HOLDER);
    }

    /** The CA's own certificate. */
    public X509CertificateHolder certificate() {
        return certificate;
    }

    /** A time at which the certificates are valid. */
    public static Instant during() {
        return FROM.plus(Duration.ofDays(300));
    }

    @SuppressWarnings("JavaUtilDate") // the library asks for it
    private static X509CertificateHolder sign(
            SigningKey key,
            X500Name issuer,
            X500Name subject,
            SubjectPublicKeyInfo publicKey,
            Instant from,
            Instant until,
            Extensions extensions) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer,
                    new BigInteger(64, RANDOM).setBit(63),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    publicKey);
            extensions.addTo(builder);
            return builder.build(new Signer(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        key.close();
    }

    private static final class Signer implements ContentSigner {
        private final SigningKey key;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Signer(SigningKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return key.signatureAlgorithm();
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return key.sign(content.toByteArray());
        }
    }
}
