// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertOrEncCert;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.GenRepContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIConfirmContent;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.ServiceKey;

/** What the authority says to machines: each message is signed, refusals too. */
final class Replies {
    private static final int POLL_SECONDS = 1;

    private final ServiceKey key;
    private final InstantSource clock;
    private final SecureRandom random;

    Replies(ServiceKey key, InstantSource clock, SecureRandom random) {
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    /** The new certificate ({@code kup}). */
    byte[] certificate(Received request, Renewal renewal, IssuedCertificate certificate, boolean asWanted) {
        CMPCertificate x509 = new CMPCertificate(certificate.certificate().toASN1Structure());
        PKIStatusInfo status = new PKIStatusInfo(asWanted ? PKIStatus.granted : PKIStatus.grantedWithMods);
        CertResponse response =
                new CertResponse(new ASN1Integer(0), status, new CertifiedKeyPair(new CertOrEncCert(x509)), null);
        return send(request, updateReply(response), renewal.nonce(), renewal.implicit());
    }

    /** It is not issued yet: ask again ({@code kup} with the status «waiting»). */
    byte[] waiting(Received request, Renewal renewal) {
        CertResponse response = new CertResponse(new ASN1Integer(0), new PKIStatusInfo(PKIStatus.waiting));
        return send(request, updateReply(response), renewal.nonce(), false);
    }

    /** It is still not issued ({@code pollRep}). */
    byte[] askAgain(Received request, Renewal renewal) {
        long left = Duration.between(clock.instant(), renewal.due()).toSeconds();
        long after = Math.max(POLL_SECONDS, left);
        PollRepContent content = new PollRepContent(new ASN1Integer(0), new ASN1Integer(after));
        return send(request, new PKIBody(PKIBody.TYPE_POLL_REP, content), renewal.nonce(), false);
    }

    /** The confirmation has come ({@code pkiConf}). */
    byte[] confirmed(Received request) {
        return send(request, new PKIBody(PKIBody.TYPE_CONFIRM, new PKIConfirmContent()), Nonce.next(random), false);
    }

    /** The authority's certificates ({@code genp}; RFC 9483 section 4.3.1). */
    byte[] authorities(Received request) {
        CMPCertificate[] all = key.chain().stream()
                .skip(1)
                .map(X509CertificateHolder::toASN1Structure)
                .map(CMPCertificate::new)
                .toArray(CMPCertificate[]::new);
        InfoTypeAndValue info = new InfoTypeAndValue(CMPObjectIdentifiers.id_it_caCerts, new DERSequence(all));
        PKIBody body = new PKIBody(PKIBody.TYPE_GEN_REP, new GenRepContent(info));
        return send(request, body, Nonce.next(random), false);
    }

    /**
     * A refusal.
     *
     * @param request null where nothing could be read
     */
    byte[] refused(@Nullable Received request, Refusal refusal) {
        PKIStatusInfo status = new PKIStatusInfo(
                PKIStatus.rejection, new PKIFreeText(refusal.text()), new PKIFailureInfo(refusal.failure()));
        PKIBody body = new PKIBody(PKIBody.TYPE_ERROR, new ErrorMsgContent(status));
        return send(request, body, Nonce.next(random), false);
    }

    private static PKIBody updateReply(CertResponse response) {
        return new PKIBody(PKIBody.TYPE_KEY_UPDATE_REP, new CertRepMessage(null, new CertResponse[] {response}));
    }

    private byte[] send(@Nullable Received request, PKIBody body, Nonce nonce, boolean implicit) {
        X509CertificateHolder certificate = key.certificate();
        GeneralName recipient =
                request == null ? PKIHeader.NULL_NAME : request.header().getSender();
        ProtectedPKIMessageBuilder message = new ProtectedPKIMessageBuilder(
                        PKIHeader.CMP_2000, new GeneralName(certificate.getSubject()), recipient)
                .setMessageTime(Date.from(clock.instant()))
                .setSenderNonce(nonce.bytes())
                .setSenderKID(SubjectKeyIdentifier.fromExtensions(certificate.getExtensions())
                        .getKeyIdentifier())
                .setBody(body);
        message.setTransactionID(
                octets(request == null ? null : request.header().getTransactionID()));
        if (request != null && request.header().getSenderNonce() != null) {
            message.setRecipNonce(request.header().getSenderNonce().getOctets());
        }
        if (implicit) {
            message.addGeneralInfo(confirmedAlready());
        }
        key.chain().forEach(message::addCMPCertificate);
        try {
            return message.build(key.signer(random)).toASN1Structure().getEncoded();
        } catch (CMPException e) {
            throw new IllegalStateException("an answer that cannot be signed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer that does not encode", e);
        }
    }

    private byte[] octets(@Nullable ASN1OctetString transaction) {
        return transaction == null ? Nonce.next(random).bytes() : transaction.getOctets();
    }

    private static InfoTypeAndValue confirmedAlready() {
        ASN1Encodable nothing = DERNull.INSTANCE;
        return new InfoTypeAndValue(CMPObjectIdentifiers.it_implicitConfirm, nothing);
    }
}
