// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.KeyProof;
import org.obnova.demo.ca.SignatureCheck;
import org.obnova.demo.ca.Verifiers;
import org.obnova.demo.problem.Problem;

/** A message that came in; nothing in it is believed before {@link #signer}. */
record Received(GeneralPKIMessage message) {
    /** How far the clocks may be apart. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int LONGEST_ID = 32;
    private static final int MOST_CERTIFICATES = 8;

    /** Reads a message. What Bouncy Castle throws at one that is none is the caller's to catch: it decodes lazily. */
    static Received read(byte[] der) throws IOException {
        Received received = new Received(new GeneralPKIMessage(der));
        Refusal.unless(received.header() != null && received.body() != null, PKIFailureInfo.badDataFormat, "not CMP");
        return received;
    }

    PKIHeader header() {
        return message.getHeader();
    }

    PKIBody body() {
        return message.getBody();
    }

    int type() {
        return body().getType();
    }

    ASN1Encodable content() {
        return body().getContent();
    }

    /** The transactionID, hex. */
    String transaction() {
        ASN1OctetString id = header().getTransactionID();
        int length = id == null ? 0 : id.getOctetsLength();
        Refusal.unless(
                id != null && length >= Nonce.LEAST_BYTES && length <= LONGEST_ID,
                PKIFailureInfo.badDataFormat,
                "transactionID has 16 to 32 bytes");
        return HexFormat.of().formatHex(id.getOctets());
    }

    /** Whether the program asks to do without confirmation. */
    boolean wantsNoConfirmation() {
        InfoTypeAndValue[] all = header().getGeneralInfo();
        return all != null
                && Stream.of(all).anyMatch(info -> info.getInfoType().equals(CMPObjectIdentifiers.it_implicitConfirm));
    }

    /** Whether it answers the server's last message. */
    boolean answers(Nonce nonce) {
        ASN1OctetString said = header().getRecipNonce();
        return said != null && Nonce.of(said.getOctets()).equals(nonce);
    }

    /** What every message must say (RFC 9483 section 3.1), and that it was sent just now. */
    void checkHeader(Instant now) {
        int version = header().getPvno().intValueExact();
        Refusal.unless(
                version == PKIHeader.CMP_2000 || version == PKIHeader.CMP_2021,
                PKIFailureInfo.unsupportedVersion,
                "pvno is cmp2000 or cmp2021");
        transaction();
        ASN1OctetString nonce = header().getSenderNonce();
        int length = nonce == null ? 0 : nonce.getOctetsLength();
        Refusal.unless(
                length >= Nonce.LEAST_BYTES && length <= Nonce.MOST_BYTES,
                PKIFailureInfo.badSenderNonce,
                "senderNonce has 16 to 64 bytes");
        Instant sent = sent();
        Refusal.unless(
                sent != null && Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0,
                PKIFailureInfo.badTime,
                "messageTime is more than 5 minutes off the authority's clock, or missing");
    }

    private @Nullable Instant sent() {
        try {
            return header().getMessageTime() == null
                    ? null
                    : header().getMessageTime().getDate().toInstant();
        } catch (ParseException e) {
            throw new Refusal(PKIFailureInfo.badTime, "messageTime is not a time", e);
        }
    }

    /**
     * Whose message it is: its protection verifies with a certificate of this authority, which stands first among extraCerts (RFC 9483 section 3.3).
     *
     * @throws Problem as {@link SignatureCheck#standing}
     */
    IssuedCertificate signer(SignatureCheck signatures) throws CMPException, OperatorCreationException, IOException {
        Refusal.unless(message.hasProtection(), PKIFailureInfo.badMessageCheck, "not protected");
        ProtectedPKIMessage signed = new ProtectedPKIMessage(message);
        X509CertificateHolder[] sent = signed.getCertificates();
        Refusal.unless(
                !signed.hasPasswordBasedMacProtection() && sent.length > 0 && sent.length <= MOST_CERTIFICATES,
                PKIFailureInfo.badMessageCheck,
                "protected by a signature whose certificate stands first among 1 to 8 extraCerts");
        X509CertificateHolder certificate = sent[0];
        IssuedCertificate issued = signatures.standing(certificate);
        CaProfile profile = CaProfile.ofCliName(issued.authority()).orElseThrow();
        Refusal.unless(
                KeyProof.allows(signed.getProtectionAlgorithm(), profile),
                PKIFailureInfo.badAlg,
                "protectionAlg is not that of the profile");
        Refusal.unless(
                header().getSender().equals(new GeneralName(certificate.getSubject())),
                PKIFailureInfo.badMessageCheck,
                "sender is not the subject of the certificate");
        Refusal.unless(
                signed.verify(Verifiers.contentOf(certificate)),
                PKIFailureInfo.badMessageCheck,
                "the protection does not verify");
        return issued;
    }
}
