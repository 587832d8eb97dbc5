// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Office;
import org.obnova.demo.Openssl;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.Digests;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.ServiceKind;
import org.obnova.demo.ca.TestAuthority;

/** The status of certificates, as openssl asks for it and verifies it. */
class StatusResponderTest {
    @TempDir
    Path folder;

    private @org.jspecify.annotations.Nullable Office open;

    /** openssl verifies by the machine's clock. */
    private Office office(CaProfile profile) {
        Office office = Office.open(folder, profile, new MovableClock(Instant.now()));
        open = office;
        return office;
    }

    private static StatusResponder responder(Office office) {
        TestAuthority authority = office.authority;
        return new StatusResponder(
                authority.services(ServiceKind.STATUS),
                authority.register()::standing,
                office.clock,
                new SecureRandom());
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void openssl_verifiesTheAnswer_andSeesTheRevocation(CaProfile profile) throws IOException {
        Office office = office(profile);
        StatusResponder responder = responder(office);
        IssuedCertificate certificate = office.certificate("korableva-1");

        assertThat(ask(office, responder, certificate.certificate(), issuer(office, certificate)))
                .contains("Response verify OK", ": good")
                .doesNotContain("WARNING");
        office.revoke(certificate, 1);
        assertThat(ask(office, responder, certificate.certificate(), issuer(office, certificate)))
                .contains("Response verify OK", ": revoked", "Reason: keyCompromise");
        assertThat(ask(
                        office,
                        responder,
                        office.certificate("korableva-2").certificate(),
                        issuer(office, office.certificate("korableva-2"))))
                .contains(": good");
    }

    @Test
    void certificateOfTheOtherAuthority_isAnsweredByItsOwnKey() throws IOException {
        Office office = office(CaProfile.EC);
        IssuedCertificate excluded = office.certificate("korableva-6");
        assertThat(ask(office, responder(office), excluded.certificate(), issuer(office, excluded)))
                .contains("Response verify OK", ": good");
    }

    @Test
    void numberThatWasNeverIssued_isRevoked_andSaysWhy() throws Exception {
        Office office = office(CaProfile.EC);
        X509CertificateHolder issuer = issuer(office, office.certificate("korableva-1"));
        BasicOCSPResp answer = basic(responder(office).answer(request(issuer, BigInteger.valueOf(4711))));

        assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOfSatisfying(RevokedStatus.class, revoked -> {
            assertThat(revoked.getRevocationTime()).isEqualTo(Instant.EPOCH);
            assertThat(revoked.getRevocationReason()).isEqualTo(6);
        });
        assertThat(answer.getExtension(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.9")))
                .isNotNull();
    }

    @Test
    void revocationWithoutAReason_namesNone() throws Exception {
        Office office = office(CaProfile.EC);
        IssuedCertificate certificate = office.certificate("korableva-1");
        office.revoke(certificate, 0);
        BasicOCSPResp answer = basic(responder(office).answer(request(certificate, office)));
        assertThat(answer.getResponses()[0].getCertStatus())
                .isInstanceOfSatisfying(
                        RevokedStatus.class,
                        revoked -> assertThat(revoked.hasRevocationReason()).isFalse());
    }

    @Test
    void answerWithoutNonce_isKept_untilItIsOldOrTheCertificateIsRevoked() throws Exception {
        Office office = office(CaProfile.EC);
        StatusResponder responder = responder(office);
        IssuedCertificate certificate = office.certificate("korableva-1");
        byte[] request = request(certificate, office);
        byte[] first = responder.answer(request);
        office.clock.advance(Duration.ofMinutes(1));
        assertThat(responder.answer(request)).isEqualTo(first);
        office.clock.advance(Duration.ofMinutes(5));
        byte[] second = responder.answer(request);
        assertThat(second).isNotEqualTo(first);
        assertThat(basic(second).getResponses()[0].getCertStatus()).isSameAs(CertificateStatus.GOOD);
        office.revoke(certificate, 1);
        assertThat(basic(responder.answer(request)).getResponses()[0].getCertStatus())
                .isInstanceOf(RevokedStatus.class);
    }

    @Test
    void answerAboutANumberThatWasNeverIssued_isNotKept_forAnybodyCanThinkOfOne() throws Exception {
        Office office = office(CaProfile.EC);
        StatusResponder responder = responder(office);
        byte[] request = request(issuer(office, office.certificate("korableva-1")), BigInteger.valueOf(4711));
        byte[] first = responder.answer(request);
        office.clock.advance(Duration.ofMinutes(1));
        assertThat(responder.answer(request)).isNotEqualTo(first);
    }

    @Test
    void numberLongerThanCertificatesHave_isMalformed() throws Exception {
        Office office = office(CaProfile.EC);
        X509CertificateHolder issuer = issuer(office, office.certificate("korableva-1"));
        StatusResponder responder = responder(office);
        BigInteger longest = BigInteger.TWO.pow(159).subtract(BigInteger.ONE);
        assertThat(status(responder.answer(request(issuer, longest)))).isEqualTo(OCSPResponseStatus.SUCCESSFUL);
        assertThat(status(responder.answer(request(issuer, longest.add(BigInteger.ONE)))))
                .isEqualTo(OCSPResponseStatus.MALFORMED_REQUEST);
    }

    @Test
    void manyCertificates_areAnsweredInOneAnswer_whoseverDigestsTheRequestUses() throws Exception {
        Office office = office(CaProfile.EC);
        IssuedCertificate ours = office.certificate("korableva-1");
        IssuedCertificate others = office.certificate("korableva-6");
        OCSPReqBuilder request = new OCSPReqBuilder();
        for (AlgorithmIdentifier digest : List.of(
                CertificateID.HASH_SHA1,
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                new AlgorithmIdentifier(RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256))) {
            request.addRequest(new CertificateID(
                    Digests.all().get(digest),
                    issuer(office, ours),
                    ours.certificate().getSerialNumber()));
        }
        request.addRequest(new CertificateID(
                Digests.all().get(CertificateID.HASH_SHA1),
                issuer(office, others),
                others.certificate().getSerialNumber()));

        BasicOCSPResp answer = basic(responder(office).answer(request.build().getEncoded()));

        assertThat(Stream.of(answer.getResponses()).limit(3))
                .extracting(SingleResp::getCertStatus)
                .containsOnly(CertificateStatus.GOOD);
        assertThat(answer.getResponses()[3].getCertStatus())
                .as("one key speaks for one authority")
                .isInstanceOf(org.bouncycastle.cert.ocsp.UnknownStatus.class);
    }

    @Test
    void strangersCertificate_isNotAnsweredAbout() throws Exception {
        Office office = office(CaProfile.EC);
        X509CertificateHolder root =
                office.authority.issuers(office.certificate("korableva-1")).getLast();
        assertThat(status(responder(office).answer(request(root, BigInteger.ONE))))
                .isEqualTo(OCSPResponseStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "3000", "30023000", "3082ffff", "04023000", "7b7d"})
    void whatIsNoRequest_isSaidToBeMalformed(String hex) throws Exception {
        byte[] request = java.util.HexFormat.of().parseHex(hex);
        assertThat(status(responder(office(CaProfile.EC)).answer(request)))
                .isEqualTo(OCSPResponseStatus.MALFORMED_REQUEST);
    }

    @Test
    void tooLongARequest_andTooManyCertificates_areMalformed() throws Exception {
        Office office = office(CaProfile.EC);
        X509CertificateHolder issuer = issuer(office, office.certificate("korableva-1"));
        OCSPReqBuilder many = new OCSPReqBuilder();
        for (int number = 0; number < 33; number++) {
            many.addRequest(id(issuer, BigInteger.valueOf(number)));
        }
        StatusResponder responder = responder(office);
        assertThat(status(responder.answer(many.build().getEncoded()))).isEqualTo(OCSPResponseStatus.MALFORMED_REQUEST);
        assertThat(status(responder.answer(new byte[9000]))).isEqualTo(OCSPResponseStatus.MALFORMED_REQUEST);
    }

    private static String ask(
            Office office, StatusResponder responder, X509CertificateHolder certificate, X509CertificateHolder issuer)
            throws IOException {
        String about = office.openssl.certificate(certificate).toString();
        String by = office.openssl.certificate(issuer).toString();
        Path request = office.openssl.file("request.ocsp", new byte[0]);
        Openssl.Result made =
                office.openssl.runWithGost("ocsp", "-issuer", by, "-cert", about, "-reqout", request.toString());
        assertThat(made.ok()).as(made.output()).isTrue();
        Path answer = office.openssl.file("answer.ocsp", responder.answer(Files.readAllBytes(request)));
        String root =
                office.openssl.certificate(office.authority.roots().getFirst()).toString();
        // Against the request, for its nonce; then against the certificate, for what is said of it.
        Openssl.Result sameNonce = office.openssl.runWithGost(
                "ocsp",
                "-reqin",
                request.toString(),
                "-respin",
                answer.toString(),
                "-CAfile",
                root,
                "-verify_other",
                by);
        assertThat(sameNonce.output()).contains("Response verify OK").doesNotContain("Nonce", "nonce");
        return office.openssl
                .runWithGost(
                        "ocsp",
                        "-no_nonce",
                        "-issuer",
                        by,
                        "-cert",
                        about,
                        "-respin",
                        answer.toString(),
                        "-CAfile",
                        root)
                .output();
    }

    private static X509CertificateHolder issuer(Office office, IssuedCertificate certificate) {
        return office.authority.issuers(certificate).getFirst();
    }

    private static byte[] request(IssuedCertificate certificate, Office office) throws OCSPException, IOException {
        return request(issuer(office, certificate), certificate.certificate().getSerialNumber());
    }

    private static byte[] request(X509CertificateHolder issuer, BigInteger serial) throws OCSPException, IOException {
        return new OCSPReqBuilder().addRequest(id(issuer, serial)).build().getEncoded();
    }

    private static CertificateID id(X509CertificateHolder issuer, BigInteger serial) throws OCSPException {
        try {
            return new CertificateID(Digests.all().get(CertificateID.HASH_SHA1), issuer, serial);
        } catch (org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BasicOCSPResp basic(byte[] answer) throws IOException, OCSPException {
        return (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
    }

    private static int status(byte[] answer) throws IOException {
        return new OCSPResp(answer).getStatus();
    }
}
