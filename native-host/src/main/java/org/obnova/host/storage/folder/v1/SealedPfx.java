// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.Hashing;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.pkcs12.Pbes2;
import org.obnova.host.storage.folder.pkcs12.PfxMac;
import org.obnova.host.storage.folder.pkcs12.Stretching;

/** Writes a PKCS#12 container of ours: certificates in the open, the key shrouded, everything under a MAC. */
final class SealedPfx {
    private final SubjectPublicKeyInfo publicKey;
    private final List<X509CertificateHolder> chain;
    private final String label;
    private final EncryptedPrivateKeyInfo shrouded;
    private final boolean needsPassword;
    private final ASN1OctetString localKeyId;

    private SealedPfx(
            SubjectPublicKeyInfo publicKey,
            List<X509CertificateHolder> chain,
            String label,
            EncryptedPrivateKeyInfo shrouded,
            boolean needsPassword) {
        this.publicKey = publicKey;
        this.chain = chain;
        this.label = label;
        this.shrouded = shrouded;
        this.needsPassword = needsPassword;
        this.localKeyId = new DEROctetString(Hashing.hash(
                NISTObjectIdentifiers.id_sha256, publicKey.getPublicKeyData().getOctets()));
    }

    static byte[] of(
            SoftwareKey key, List<X509CertificateHolder> chain, String label, Secret password, SecureRandom random)
            throws IOException {
        SealedPfx pfx =
                new SealedPfx(key.publicKey(), chain, label, shroud(key, password, random), !password.isEmpty());
        byte[] salt = PfxMac.salt(random);
        Mark.Checksum checksum = Mark.Checksum.of(
                pfx.content(Mark.Checksum.zeros()), salt, BigInteger.valueOf(Stretching.iterations(password)));
        byte[] content = pfx.content(checksum);
        return new Pfx(
                        new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content)),
                        PfxMac.of(content, password, salt))
                .getEncoded(ASN1Encoding.DER);
    }

    private static EncryptedPrivateKeyInfo shroud(SoftwareKey key, Secret password, SecureRandom random) {
        AlgorithmIdentifier algorithm = Pbes2.parameters(password, random);
        try (Secret pkcs8 = key.pkcs8()) {
            byte[] plain = pkcs8.copy();
            try {
                return new EncryptedPrivateKeyInfo(algorithm, Pbes2.encrypt(algorithm, password, plain));
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        }
    }

    /** The DER of the AuthenticatedSafe. */
    private byte[] content(Mark.Checksum checksum) throws IOException {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        if (!chain.isEmpty()) {
            parts.add(part(certificates()));
        }
        Attribute mark = attribute(Mark.OID, new Mark(publicKey, needsPassword, checksum).toAsn1());
        parts.add(part(new DERSequence(new SafeBag(
                PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
                shrouded.toASN1Primitive(),
                new DERSet(new ASN1Encodable[] {name(), keyId(), mark})))));
        return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    }

    private DERSequence certificates() throws IOException {
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        for (X509CertificateHolder certificate : chain) {
            CertBag bag =
                    new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(certificate.getEncoded()));
            certificates.add(
                    certificates.size() == 0
                            ? new SafeBag(
                                    PKCSObjectIdentifiers.certBag,
                                    bag.toASN1Primitive(),
                                    new DERSet(new ASN1Encodable[] {name(), keyId()}))
                            : new SafeBag(PKCSObjectIdentifiers.certBag, bag.toASN1Primitive()));
        }
        return new DERSequence(certificates);
    }

    private Attribute name() {
        return attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(label));
    }

    private Attribute keyId() {
        return attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, localKeyId);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static ContentInfo part(DERSequence safeContents) throws IOException {
        return new ContentInfo(
                PKCSObjectIdentifiers.data, new DEROctetString(safeContents.getEncoded(ASN1Encoding.DER)));
    }
}
