// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Office;
import org.obnova.demo.Openssl;

/** What the authority makes, as openssl with the gost engine sees it. */
class IssuedCertificatesTest {
    @TempDir
    Path folder;

    /** openssl verifies by the machine's clock. */
    private Office today(CaProfile profile) {
        return Office.open(folder, profile, new MovableClock(Instant.now()));
    }

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void openssl_verifiesCertificateAndRevocationLists_andSeesTheRevocation(CaProfile profile) throws IOException {
        try (Office office = today(profile)) {
            IssuedCertificate certificate = office.certificate("korableva-1");
            assertThat(verify(office, certificate).output()).contains(": OK");

            office.revoke(certificate, 1);

            Openssl.Result after = verify(office, certificate);
            assertThat(after.ok()).isFalse();
            assertThat(after.output()).contains("certificate revoked");
            assertThat(verify(office, office.certificate("korableva-2")).ok()).isTrue();
        }
    }

    @Test
    void openssl_namesEveryFieldOfOrder795_inAGostCertificate() throws IOException {
        try (Office office = today(CaProfile.GOST256)) {
            String text = text(office, office.certificate("korableva-1").certificate());

            assertThat(text)
                    .contains("Public Key Algorithm: GOST R 34.10-2012 with 256 bit modulus")
                    .contains("Parameter set: id-GostR3410-2001-CryptoPro-XchA-ParamSet")
                    .contains("SNILS=11223344595")
                    .contains("INN=770000000156")
                    .contains("Signing Tool of Subject")
                    .contains("Signing Tool of Issuer")
                    .contains("Class of Signing Tool KC1")
                    .contains("Class of Signing Tool KC2")
                    .contains("1.2.643.100.114")
                    .contains("X509v3 Private Key Usage Period")
                    .contains("X509v3 Subject Key Identifier")
                    .contains("X509v3 Authority Key Identifier")
                    .contains("URI:http://cabinet.localhost:8080/ca/gost256.crl")
                    .contains("Digital Signature, Non Repudiation")
                    .contains("CA:FALSE");
            String structure =
                    structure(office, office.certificate("korableva-1").certificate());
            assertThat(structure)
                    .containsPattern("NUMERICSTRING +:11223344595")
                    .containsPattern("NUMERICSTRING +:770000000156");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CaProfile.class,
            names = {"EC", "RSA"})
    void certificatesOfOtherProfiles_sayNothingOfOrder795(CaProfile profile) throws IOException {
        try (Office office = today(profile)) {
            assertThat(text(office, office.certificate("korableva-1").certificate()))
                    .doesNotContain("Signing Tool")
                    .doesNotContain("1.2.643.100.11");
        }
    }

    @Test
    void keyInformation_isExactlyAsRfc9215Says() throws IOException {
        try (Office office = today(CaProfile.GOST256)) {
            assertThat(structure(office, office.certificate("korableva-1").certificate()))
                    .contains("id-GostR3410-2001-CryptoPro-XchA-ParamSet", "GOST R 34.11-2012 with 256 bit hash");
        }
        Path other = folder.resolve("512");
        try (Office office = Office.open(other, CaProfile.GOST512, new MovableClock(Instant.now()))) {
            // digestParamSet SHOULD be omitted for TC26 512-bit sets; Bouncy Castle by itself writes it.
            assertThat(structure(office, office.certificate("korableva-1").certificate()))
                    .contains("GOST R 34.10-2012 (512 bit) ParamSet A")
                    .doesNotContain("GOST R 34.11-2012 with 512 bit hash\n");
        }
    }

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void handout_opensInOpenssl_withoutLegacy_andListsWithoutThePassword(CaProfile profile) {
        try (Office office = today(profile)) {
            byte[] sealed = office.key("korableva-1")
                    .seal("Ключ", "correct horse".toCharArray(), new java.security.SecureRandom());
            String file = office.openssl.file("handout.p12", sealed).toString();

            Openssl.Result opened = office.openssl.run(
                    "pkcs12", "-engine", "gost", "-in", file, "-passin", "pass:correct horse", "-nodes", "-info");
            assertThat(opened.ok()).isTrue();
            assertThat(opened.output())
                    .contains("PBES2, PBKDF2, AES-256-CBC, Iteration 10000, PRF hmacWithSHA256")
                    .contains("MAC: sha256")
                    .contains("BEGIN PRIVATE KEY");
            // Without -info, whose words openssl writes into the midst of the certificates.
            Openssl.Result certificates = office.openssl.run(
                    "pkcs12", "-engine", "gost", "-in", file, "-passin", "pass:correct horse", "-nokeys");
            assertThat(certificates.output().split("BEGIN CERTIFICATE")).hasSize(4);
            Openssl.Result wrong =
                    office.openssl.run("pkcs12", "-engine", "gost", "-in", file, "-passin", "pass:wrong", "-nodes");
            assertThat(wrong.ok()).isFalse();
            Openssl.Result listed = office.openssl.run(
                    "pkcs12", "-engine", "gost", "-in", file, "-passin", "pass:", "-nokeys", "-nomacver");
            assertThat(listed.output()).contains("BEGIN CERTIFICATE");
        }
    }

    @Test
    void authorities_areTheSameAfterAReopening_andOfTheirOwnAfterAnotherProfile() {
        List<X509CertificateHolder> before;
        try (Office office = today(CaProfile.EC)) {
            before = office.authority.authorityCertificates();
        }
        try (Office office = today(CaProfile.EC)) {
            assertThat(office.authority.authorityCertificates()).isEqualTo(before);
        }
        try (Office office = today(CaProfile.GOST256)) {
            assertThat(office.authority.authorityCertificates())
                    .containsAll(before)
                    .hasSize(6);
            assertThat(office.authority.roots()).hasSize(2);
        }
    }

    @Test
    void register_hasOneCertificatePerKey() {
        try (Office office = today(CaProfile.EC)) {
            IssuedCertificate known = office.certificate("korableva-1");
            AcceptedRequest sameKey =
                    AcceptedRequest.of(encoded(known.certificate().getSubjectPublicKeyInfo()));

            assertThat(office.authority.register().knowsKey(sameKey.keyId())).isTrue();
            SignedCertificate second = office.authority.sign(
                    "another",
                    "korableva",
                    CaProfile.EC,
                    known.bearer().orElseThrow(),
                    sameKey,
                    Identification.QUALIFIED_SIGNATURE,
                    12);
            assertThatThrownBy(() -> office.authority.issue(second))
                    .isInstanceOf(UnableToExecuteStatementException.class);
        }
    }

    @Test
    void revocationList_isMadeAgain_whenSomebodyIsRevokedOrTimeGoesOn() {
        try (Office office = today(CaProfile.EC)) {
            byte[] first = office.authority.revocationList("ec").orElseThrow();
            assertThat(office.authority.revocationList("ec")).hasValue(first);
            office.revoke(office.certificate("korableva-1"), 0);
            byte[] second = office.authority.revocationList("ec").orElseThrow();
            assertThat(second).isNotEqualTo(first);
            office.clock.advance(Duration.ofMinutes(10));
            assertThat(office.authority.revocationList("ec").orElseThrow()).isNotEqualTo(second);
            assertThat(office.authority.revocationList("nobody")).isEmpty();
        }
    }

    private static Openssl.Result verify(Office office, IssuedCertificate certificate) throws IOException {
        List<X509CertificateHolder> issuers = office.authority.issuers(certificate);
        List<String> arguments =
                new ArrayList<>(List.of("verify", "-engine", "gost", "-x509_strict", "-crl_check_all"));
        arguments.addAll(
                List.of("-CAfile", office.openssl.certificate(issuers.getLast()).toString()));
        arguments.addAll(List.of(
                "-untrusted", office.openssl.certificate(issuers.getFirst()).toString()));
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        for (String authority : List.of(office.profile.cliName(), office.profile.cliName() + "-root")) {
            Path der = office.openssl.file(
                    "list.crl", office.authority.revocationList(authority).orElseThrow());
            Path pem = der.resolveSibling(der.getFileName() + ".pem");
            Openssl.Result converted =
                    office.openssl.run("crl", "-inform", "DER", "-in", der.toString(), "-out", pem.toString());
            assertThat(converted.ok()).isTrue();
            lists.write(java.nio.file.Files.readAllBytes(pem));
        }
        arguments.addAll(List.of(
                "-CRLfile",
                office.openssl.file("lists.pem", lists.toByteArray()).toString()));
        arguments.add(office.openssl.certificate(certificate.certificate()).toString());
        return office.openssl.run(arguments.toArray(String[]::new));
    }

    private static String text(Office office, X509CertificateHolder certificate) throws IOException {
        return office.openssl
                .run(
                        "x509",
                        "-engine",
                        "gost",
                        "-noout",
                        "-text",
                        "-nameopt",
                        "utf8,sep_multiline,space_eq",
                        "-in",
                        office.openssl.certificate(certificate).toString())
                .output()
                .replace(" = ", "=");
    }

    private static String structure(Office office, X509CertificateHolder certificate) throws IOException {
        return office.openssl
                .run("asn1parse", "-in", office.openssl.certificate(certificate).toString())
                .output();
    }

    private static byte[] encoded(org.bouncycastle.util.Encodable value) {
        try {
            return value.getEncoded();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
