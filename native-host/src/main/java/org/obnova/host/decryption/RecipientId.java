// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.obnova.host.certificate.VisibleText;
import org.obnova.host.task.Language;

/** By what a message names a certificate (RFC 5652 section 6.2.1). */
sealed interface RecipientId {
    /** Whether it names this one. */
    boolean names(X509CertificateHolder certificate);

    /** For a person who has not got the certificate at hand. */
    String describe(Language language);

    /** By issuer and serial number. */
    record ByIssuer(X500Name issuer, BigInteger serialNumber, String issuerName) implements RecipientId {
        private static final int LONGEST_NAME = 64;
        private static final int LONGEST_NUMBER = 40;

        /** Decodes all of the name: parts of it would else be decoded, and fail, at their first use. */
        static RecipientId of(IssuerAndSerialNumber id) {
            X500Name issuer = id.getName();
            String whole = issuer.toString();
            RDN[] named = issuer.getRDNs(BCStyle.CN);
            String name = named.length == 0
                    ? whole
                    : IETFUtils.valueToString(named[0].getFirst().getValue());
            BigInteger number = id.getSerialNumber().getValue();
            return new ByIssuer(issuer, number, name);
        }

        @Override
        public boolean names(X509CertificateHolder certificate) {
            return serialNumber.equals(certificate.getSerialNumber()) && issuer.equals(certificate.getIssuer());
        }

        @Override
        public String describe(Language language) {
            String number = cut(serialNumber.toString(16), LONGEST_NUMBER);
            String name = cut(VisibleText.shown(issuerName), LONGEST_NAME);
            return language == Language.RU
                    ? "сертификат № " + number + ", издатель «" + name + "»"
                    : "certificate no. " + number + ", issuer “" + name + "”";
        }

        private static String cut(String text, int most) {
            return text.codePointCount(0, text.length()) <= most
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
        }
    }

    /** By the key: its identifier in the certificate, or the SHA-1 of it where the certificate has none (RFC 5280 section 4.2.1.2). */
    @SuppressWarnings("ArrayRecordComponent") // ids are not compared
    record ByKey(byte[] keyIdentifier) implements RecipientId {
        private static final int SHOWN_OCTETS = 20;

        @Override
        public boolean names(X509CertificateHolder certificate) {
            return Arrays.equals(keyIdentifier, identifierOf(certificate));
        }

        @Override
        public String describe(Language language) {
            String shown = HexFormat.of().formatHex(keyIdentifier, 0, Math.min(SHOWN_OCTETS, keyIdentifier.length));
            return (language == Language.RU ? "сертификат с ключом " : "certificate of the key ") + shown;
        }

        private static byte[] identifierOf(X509CertificateHolder certificate) {
            Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
            if (extension != null && extension.getParsedValue() instanceof ASN1OctetString value) {
                return SubjectKeyIdentifier.getInstance(value).getKeyIdentifier();
            }
            byte[] key =
                    certificate.getSubjectPublicKeyInfo().getPublicKeyData().getOctets();
            SHA1Digest digest = new SHA1Digest();
            digest.update(key, 0, key.length);
            byte[] hash = new byte[digest.getDigestSize()];
            digest.doFinal(hash, 0);
            return hash;
        }
    }
}
