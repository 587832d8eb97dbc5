// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/** One for whom the content's key was encrypted, and how (RFC 5652 section 6.2). */
@SuppressWarnings("ArrayRecordComponent") // recipients are not compared
sealed interface Recipient {
    RecipientId id();

    /** The content's key, encrypted. */
    byte[] encryptedKey();

    /** How it was encrypted. */
    AlgorithmIdentifier algorithm();

    /** The key was encrypted with the recipient's public key. */
    record Transport(RecipientId id, AlgorithmIdentifier algorithm, byte[] encryptedKey) implements Recipient {}

    /**
     * The key was wrapped under one that the recipient's key and the originator's agree on.
     *
     * @param originator its ephemeral public key
     * @param ukm user keying material, where there is some
     */
    record Agreement(
            RecipientId id,
            AlgorithmIdentifier algorithm,
            byte[] encryptedKey,
            SubjectPublicKeyInfo originator,
            byte @Nullable [] ukm)
            implements Recipient {}

    /** The recipients that a RecipientInfo stands for; none of a kind that needs no certificate: passwords, keys agreed on beforehand. */
    static List<Recipient> of(RecipientInfo info) throws IOException {
        ASN1Encodable inner = info.getInfo();
        if (inner instanceof KeyTransRecipientInfo transport) {
            return List.of(new Transport(
                    id(transport.getRecipientIdentifier()),
                    transport.getKeyEncryptionAlgorithm(),
                    transport.getEncryptedKey().getOctets()));
        }
        return inner instanceof KeyAgreeRecipientInfo agreement ? of(agreement) : List.of();
    }

    private static List<Recipient> of(KeyAgreeRecipientInfo agreement) throws IOException {
        OriginatorPublicKey originator = agreement.getOriginator().getOriginatorKey();
        if (originator == null) {
            return List.of(); // Static keys of the originator: nobody makes such messages.
        }
        SubjectPublicKeyInfo publicKey = new SubjectPublicKeyInfo(
                originator.getAlgorithm(), originator.getPublicKeyData().getOctets());
        ASN1OctetString ukm = agreement.getUserKeyingMaterial();
        List<Recipient> recipients = new ArrayList<>();
        ASN1Sequence keys = agreement.getRecipientEncryptedKeys();
        for (int i = 0; i < keys.size(); i++) {
            RecipientEncryptedKey each = RecipientEncryptedKey.getInstance(keys.getObjectAt(i));
            recipients.add(new Agreement(
                    id(each.getIdentifier()),
                    agreement.getKeyEncryptionAlgorithm(),
                    each.getEncryptedKey().getOctets(),
                    publicKey,
                    ukm == null ? null : ukm.getOctets()));
        }
        return recipients;
    }

    private static RecipientId id(RecipientIdentifier id) {
        return id.isTagged()
                ? new RecipientId.ByKey(ASN1OctetString.getInstance(id.getId()).getOctets())
                : RecipientId.ByIssuer.of(IssuerAndSerialNumber.getInstance(id.getId()));
    }

    private static RecipientId id(KeyAgreeRecipientIdentifier id) {
        IssuerAndSerialNumber issuer = id.getIssuerAndSerialNumber();
        return issuer == null
                ? new RecipientId.ByKey(id.getRKeyID().getSubjectKeyIdentifier().getOctets())
                : RecipientId.ByIssuer.of(issuer);
    }
}
