// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.CertificateRequestMessageBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.obnova.demo.ca.KeyFile;

/** A program with a key on P-256 that speaks CMP, and says what no honest one would. */
final class Machine {
    private static final String ALGORITHM = "SHA256withECDSA";

    private final HttpClient client = HttpClient.newHttpClient();
    private final SecureRandom random = new SecureRandom();
    private final URI authority;
    private final X509CertificateHolder certificate;
    private PrivateKey key;
    private byte[] transaction;
    private Instant clock = Instant.now();

    Machine(int port, KeyFile own) throws GeneralSecurityException {
        this.authority = URI.create("http://127.0.0.1:" + port + "/.well-known/cmp");
        this.certificate = own.chain().getFirst();
        // Java's own provider signs, not the one that the server verifies with.
        this.key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(own.key().getEncoded()));
        this.transaction = some();
    }

    /** Signs with a key that is not the certificate's. */
    void signWith(PrivateKey another) {
        key = another;
    }

    void begin() {
        transaction = some();
    }

    void believe(Instant now) {
        clock = now;
    }

    static KeyPair newKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** A request for that key; possession is proven with the other one. */
    PKIBody update(KeyPair wanted, PrivateKey proof) throws Exception {
        CertificateRequestMessageBuilder request = new CertificateRequestMessageBuilder(BigInteger.ZERO);
        request.setSubject(certificate.getSubject());
        request.setPublicKey(SubjectPublicKeyInfo.getInstance(wanted.getPublic().getEncoded()));
        request.setProofOfPossessionSigningKeySigner(new JcaContentSignerBuilder(ALGORITHM).build(proof));
        return new PKIBody(
                PKIBody.TYPE_KEY_UPDATE_REQ, new CertReqMessages(request.build().toASN1Structure()));
    }

    /** A confirmation. */
    static PKIBody confirmation(byte[] hash, PKIStatusInfo status) {
        CertStatus said = new CertStatus(hash, BigInteger.ZERO, status);
        return new PKIBody(PKIBody.TYPE_CERT_CONFIRM, CertConfirmContent.getInstance(new DERSequence(said)));
    }

    /** The message's bytes. */
    byte[] message(PKIBody body, byte[] recipientNonce) throws Exception {
        ProtectedPKIMessageBuilder message = new ProtectedPKIMessageBuilder(
                        PKIHeader.CMP_2000,
                        new GeneralName(certificate.getSubject()),
                        new GeneralName(certificate.getIssuer()))
                .setTransactionID(transaction)
                .setSenderNonce(some())
                .setRecipNonce(recipientNonce)
                .setMessageTime(Date.from(clock))
                .setBody(body)
                .addCMPCertificate(certificate);
        return message.build(new JcaContentSignerBuilder(ALGORITHM).build(key))
                .toASN1Structure()
                .getEncoded();
    }

    GeneralPKIMessage ask(PKIBody body) throws Exception {
        return send(message(body, some()));
    }

    /** What comes next after that answer. */
    GeneralPKIMessage goOn(GeneralPKIMessage answer, PKIBody body) throws Exception {
        return send(message(body, answer.getHeader().getSenderNonce().getOctets()));
    }

    GeneralPKIMessage send(byte[] message) throws Exception {
        HttpResponse<byte[]> answer = post(message, "application/pkixcmp");
        if (answer.statusCode() != 200) {
            throw new AssertionError("status " + answer.statusCode());
        }
        return new GeneralPKIMessage(answer.body());
    }

    HttpResponse<byte[]> post(byte[] message, String type) throws Exception {
        return client.send(
                HttpRequest.newBuilder(authority)
                        .header("Host", "cabinet.localhost")
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The bit and the text of a refusal. */
    static String refusal(GeneralPKIMessage answer) {
        if (answer.getBody().getType() != PKIBody.TYPE_ERROR) {
            return "no refusal, but a message of type " + answer.getBody().getType();
        }
        PKIStatusInfo status =
                ErrorMsgContent.getInstance(answer.getBody().getContent()).getPKIStatusInfo();
        return status.getFailInfo().intValue() + " "
                + status.getStatusString().getStringAtUTF8(0).getString();
    }

    /** The certificate of a {@code kup}. */
    static X509CertificateHolder issued(GeneralPKIMessage answer) throws IOException {
        if (answer.getBody().getType() != PKIBody.TYPE_KEY_UPDATE_REP) {
            throw new AssertionError(refusal(answer));
        }
        return new X509CertificateHolder(
                CertRepMessage.getInstance(answer.getBody().getContent())
                        .getResponse()[0]
                        .getCertifiedKeyPair()
                        .getCertOrEncCert()
                        .getCertificate()
                        .getEncoded());
    }

    static int status(GeneralPKIMessage answer) {
        return CertRepMessage.getInstance(answer.getBody().getContent())
                .getResponse()[0]
                .getStatus()
                .getStatus()
                .intValueExact();
    }

    static PKIBody poll() {
        return new PKIBody(PKIBody.TYPE_POLL_REQ, new org.bouncycastle.asn1.cmp.PollReqContent(new ASN1Integer(0)));
    }

    private byte[] some() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }
}
