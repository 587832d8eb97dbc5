// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.UntrustedDer;

/**
 * A message taken apart; nothing is decrypted yet.
 *
 * @param content encrypted
 * @param mac of the content, where it lies outside of it; else null
 * @param authenticated what the MAC covers besides, DER; empty where there is nothing
 */
@SuppressWarnings("ArrayRecordComponent") // messages are not compared
record EncryptedMessage(
        List<Recipient> recipients,
        AlgorithmIdentifier algorithm,
        byte[] content,
        byte @Nullable [] mac,
        byte[] authenticated) {
    private static final int MOST_RECIPIENTS = 1000;

    /** Of the MAC among the attributes that are not encrypted (R 1323565.1.025-2019). */
    private static final String MAC_ATTRIBUTE = "1.2.643.7.1.0.6.1.1";

    /**
     * Reads a ContentInfo, DER or BER.
     *
     * @throws Fault {@code MESSAGE_DAMAGED}; {@code CIPHER_UNSUPPORTED} where it is another kind of message
     */
    static EncryptedMessage read(byte[] message) {
        return UntrustedDer.read(ErrorCode.MESSAGE_DAMAGED, "message", () -> {
            Elements.requireFew(message);
            ContentInfo info;
            try (ASN1InputStream in = new ASN1InputStream(message)) {
                info = ContentInfo.getInstance(in.readObject());
            }
            if (info == null) {
                throw new IOException("empty");
            }
            if (info.getContentType().equals(CMSObjectIdentifiers.envelopedData)) {
                return of(EnvelopedData.getInstance(info.getContent()));
            }
            if (info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)) {
                return of(AuthEnvelopedData.getInstance(info.getContent()));
            }
            throw new Fault(ErrorCode.CIPHER_UNSUPPORTED, "the message is not an encrypted one");
        });
    }

    private static EncryptedMessage of(EnvelopedData data) throws IOException {
        EncryptedContentInfo encrypted = data.getEncryptedContentInfo();
        return new EncryptedMessage(
                recipients(data.getRecipientInfos()),
                encrypted.getContentEncryptionAlgorithm(),
                content(encrypted),
                mac(data.getUnprotectedAttrs()),
                new byte[0]);
    }

    private static EncryptedMessage of(AuthEnvelopedData data) throws IOException {
        EncryptedContentInfo encrypted = data.getAuthEncryptedContentInfo();
        ASN1Set attributes = data.getAuthAttrs();
        return new EncryptedMessage(
                recipients(data.getRecipientInfos()),
                encrypted.getContentEncryptionAlgorithm(),
                content(encrypted),
                data.getMac().getOctets(),
                attributes == null ? new byte[0] : attributes.getEncoded(ASN1Encoding.DER));
    }

    private static List<Recipient> recipients(ASN1Set infos) throws IOException {
        List<Recipient> recipients = new ArrayList<>();
        for (ASN1Encodable each : infos) {
            recipients.addAll(Recipient.of(RecipientInfo.getInstance(each)));
            if (recipients.size() > MOST_RECIPIENTS) {
                throw new IOException("more recipients than are looked at");
            }
        }
        return List.copyOf(recipients);
    }

    private static byte[] content(EncryptedContentInfo encrypted) throws IOException {
        ASN1OctetString content = encrypted.getEncryptedContent();
        if (content == null) {
            throw new IOException("the content is not in the message");
        }
        return content.getOctets();
    }

    private static byte @Nullable [] mac(@Nullable ASN1Set attributes) throws IOException {
        if (attributes == null) {
            return null;
        }
        for (ASN1Encodable each : attributes) {
            Attribute attribute = Attribute.getInstance(each);
            if (attribute.getAttrType().getId().equals(MAC_ATTRIBUTE)) {
                if (attribute.getAttrValues().size() != 1) {
                    throw new IOException("not one MAC");
                }
                return ASN1OctetString.getInstance(attribute.getAttrValues().getObjectAt(0))
                        .getOctets();
            }
        }
        return null;
    }
}
