// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.tc26;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.Hashing;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;

/** Writes a transport container (R 50.1.112-2016): for a person who takes a key to another certified program. */
public final class TransportPfx {
    private TransportPfx() {}

    /**
     * Seals key and chain; without the password nothing can be read, as the recommendation wants it.
     *
     * @param chain the key's certificate and its issuers, leaf first; may be empty
     * @param label what a person calls it
     * @param random for salts and initialisation vectors
     * @throws Fault {@code CERTIFICATE_KEY_MISMATCH} when the first certificate is another key's
     */
    public static byte[] seal(
            SoftwareKey key, List<X509CertificateHolder> chain, String label, Secret password, SecureRandom random) {
        if (!chain.isEmpty()
                && !PublicKeys.same(key.publicKey(), chain.getFirst().getSubjectPublicKeyInfo())) {
            throw new Fault(ErrorCode.CERTIFICATE_KEY_MISMATCH, "the certificate is another key's");
        }
        try {
            DERSet attributes = attributes(key, label);
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(new ContentInfo(
                    PKCSObjectIdentifiers.data,
                    new DEROctetString(new DERSequence(key(key, attributes, password, random)).getEncoded())));
            if (!chain.isEmpty()) {
                parts.add(encrypted(certificates(chain, attributes), password, random));
            }
            byte[] content = new DERSequence(parts).getEncoded(ASN1Encoding.DER);
            return new Pfx(
                            new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content)),
                            TransportMac.of(content, password, random))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SafeBag key(SoftwareKey key, DERSet attributes, Secret password, SecureRandom random) {
        AlgorithmIdentifier algorithm = TransportCipher.parameters(random);
        try (Secret pkcs8 = key.pkcs8()) {
            byte[] plain = pkcs8.copy();
            EncryptedPrivateKeyInfo shrouded =
                    new EncryptedPrivateKeyInfo(algorithm, TransportCipher.encrypt(algorithm, password, plain));
            Arrays.fill(plain, (byte) 0);
            return new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, shrouded.toASN1Primitive(), attributes);
        }
    }

    private static DERSequence certificates(List<X509CertificateHolder> chain, DERSet attributes) throws IOException {
        ASN1EncodableVector bags = new ASN1EncodableVector();
        for (X509CertificateHolder certificate : chain) {
            CertBag bag =
                    new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(certificate.getEncoded()));
            bags.add(
                    bags.size() == 0
                            ? new SafeBag(PKCSObjectIdentifiers.certBag, bag.toASN1Primitive(), attributes)
                            : new SafeBag(PKCSObjectIdentifiers.certBag, bag.toASN1Primitive()));
        }
        return new DERSequence(bags);
    }

    private static ContentInfo encrypted(DERSequence safeContents, Secret password, SecureRandom random)
            throws IOException {
        AlgorithmIdentifier algorithm = TransportCipher.parameters(random);
        byte[] octets = TransportCipher.encrypt(algorithm, password, safeContents.getEncoded(ASN1Encoding.DER));
        return new ContentInfo(
                PKCSObjectIdentifiers.encryptedData,
                new EncryptedData(PKCSObjectIdentifiers.data, algorithm, new DEROctetString(octets)));
    }

    /** The name, and the id that joins key and certificate. */
    private static DERSet attributes(SoftwareKey key, String label) {
        byte[] id = Hashing.hash(
                NISTObjectIdentifiers.id_sha256,
                key.publicKey().getPublicKeyData().getOctets());
        return new DERSet(new ASN1Encodable[] {
            attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(label)),
            attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id))
        });
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
