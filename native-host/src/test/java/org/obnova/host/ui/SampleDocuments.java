// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.obnova.host.decryption.DecryptionPrompt.Encrypted;
import org.obnova.host.signature.DocumentPrompt.Document;
import org.obnova.host.signature.DocumentPrompt.Kind;

/** Documents to look at, with a certificate whose signature means nothing. */
final class SampleDocuments {
    static final String HOLDER = "Константинопольская Александра Владиславовна";

    private SampleDocuments() {}

    static Document of(Kind kind, String title, String text) {
        return new Document(kind, title, text, certificate(2026), "Этот компьютер");
    }

    /** Encrypted for a certificate that has expired. */
    static Encrypted encrypted(boolean large) {
        return new Encrypted(certificate(2019), "Этот компьютер", large ? 3_456_789 : 812);
    }

    private static X509CertificateHolder certificate(int year) {
        X500Name name = new X500NameBuilder()
                .addRDN(BCStyle.CN, HOLDER)
                .addRDN(BCStyle.C, "RU")
                .build();
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                BigInteger.TEN,
                Date.from(Instant.parse(year + "-03-14T12:00:00Z")),
                Date.from(Instant.parse(year + 1 + "-03-14T12:00:00Z")),
                name,
                new SubjectPublicKeyInfo(algorithm, new byte[64]));
        return builder.build(new Unsigned(algorithm));
    }

    static String statement() {
        StringBuilder text =
                new StringBuilder("Заявление на выпуск сертификата ключа проверки электронной подписи\n\n");
        text.append("Я, ")
                .append(HOLDER)
                .append(", прошу выпустить сертификат ключа проверки электронной подписи.\n\n");
        for (int i = 1; i <= 24; i++) {
            text.append(i)
                    .append(
                            ". Сведения проверены мной, соответствуют документам и подтверждаются подписью под этим заявлением.\n");
        }
        return text.append("\nКонец заявления.\n").toString();
    }

    private record Unsigned(AlgorithmIdentifier algorithm) implements ContentSigner {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return new ByteArrayOutputStream();
        }

        @Override
        public byte[] getSignature() {
            return new byte[64];
        }
    }
}
