// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;

/** Issues the certificate of the rehearsal. Its key is made for it, and lives as long as the build. */
final class RehearsalIssuer implements AutoCloseable {
    /** The site of the rehearsal. */
    static final String ORIGIN = "https://rehearsal.example";

    private static final X500Name NAME = new X500Name("CN=Rehearsal");

    private final SoftwareKey key;
    private final X509CertificateHolder root;

    /**
     * What the host is given, in base64 of DER.
     *
     * @param root who issued it
     */
    record Issued(String certificate, String root) {}

    RehearsalIssuer() throws IOException {
        key = new KeyGenerator().generate(KeyAlgorithm.GOST_2012_256, new SecureRandom());
        root = certificate(1, NAME, key.publicKey(), true);
    }

    Issued issue(String request) throws IOException {
        PKCS10CertificationRequest asked =
                new PKCS10CertificationRequest(Base64.getDecoder().decode(request));
        return new Issued(
                base64(certificate(2, asked.getSubject(), asked.getSubjectPublicKeyInfo(), false)), base64(root));
    }

    /** Writes the host's settings: this issuer is trusted, its site is listed. */
    void writeSettings(Path configuration) throws IOException {
        Path folder = Files.createDirectories(configuration.resolve("obnova"));
        Files.writeString(
                folder.resolve("host.json"),
                "{\"formatVersion\":1,\"knownModules\":false,\"sites\":[{\"origin\":\"" + ORIGIN
                        + "\",\"name\":{\"ru\":\"Репетиция\",\"en\":\"Rehearsal\"}}],\"anchors\":[\"" + base64(root)
                        + "\"]}",
                StandardCharsets.UTF_8);
    }

    private X509CertificateHolder certificate(
            int serial, X500Name subject, SubjectPublicKeyInfo publicKey, boolean issuer) throws IOException {
        Instant now = Instant.now();
        return new X509v3CertificateBuilder(
                        NAME,
                        BigInteger.valueOf(serial),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(Duration.ofDays(1))),
                        subject,
                        publicKey)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer))
                .build(new Signer(key));
    }

    private static String base64(X509CertificateHolder certificate) throws IOException {
        return Base64.getEncoder().encodeToString(certificate.toASN1Structure().getEncoded(ASN1Encoding.DER));
    }

    @Override
    public void close() {
        key.close();
    }

    /** The host's key as Bouncy Castle wants it. */
    private static final class Signer implements ContentSigner {
        private final SoftwareKey key;
        private final java.io.ByteArrayOutputStream message = new java.io.ByteArrayOutputStream();

        Signer(SoftwareKey key) {
            this.key = key;
        }

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
    }
}
