// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyAlgorithm;

/** The path of RFC 5280 section 6.1, and each way to leave it. */
class ChainVerifierTest {
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    @SuppressWarnings("NullAway.Init")
    private static TestAuthority root;

    @SuppressWarnings("NullAway.Init")
    private static TestAuthority issuing;

    @SuppressWarnings("NullAway.Init")
    private static X509CertificateHolder leaf;

    @BeforeAll
    static void makeAuthorities() {
        root = TestAuthority.root(KeyAlgorithm.EC_P256, "Root");
        issuing = root.under(KeyAlgorithm.EC_P256, "Issuing", TestAuthority.CA);
        leaf = holderOf(issuing);
    }

    @AfterAll
    static void close() {
        root.close();
        issuing.close();
    }

    @ParameterizedTest
    @EnumSource
    void pathOfEachAlgorithmIsTrusted(KeyAlgorithm algorithm) {
        try (TestAuthority ownRoot = TestAuthority.root(algorithm, "Root");
                TestAuthority ownIssuing = ownRoot.under(algorithm, "Issuing", TestAuthority.CA)) {
            assertThat(outcome(ownRoot, holderOf(ownIssuing), ownIssuing.certificate()))
                    .isEqualTo("none");
        }
    }

    @Test
    void orderAndStrangersInTheChainDoNoHarm() {
        try (TestAuthority stranger = TestAuthority.root(KeyAlgorithm.EC_P256, "Stranger");
                TestAuthority namesake = TestAuthority.root(KeyAlgorithm.EC_P256, "Issuing")) {
            assertThat(outcome(
                            root,
                            leaf,
                            root.certificate(),
                            stranger.certificate(),
                            namesake.certificate(),
                            issuing.certificate()))
                    .isEqualTo("none");
        }
    }

    @Test
    void issuingAuthorityMayItselfBeTheAnchor() {
        assertThat(outcome(issuing, leaf)).isEqualTo("none");
    }

    @Test
    void missingIssuerIsUntrusted() {
        assertThat(outcome(root, leaf)).isEqualTo("certificate_untrusted");
    }

    @Test
    void rootInTheChainThatIsNotConfiguredIsUntrusted() {
        try (TestAuthority other = TestAuthority.root(KeyAlgorithm.EC_P256, "Other")) {
            assertThat(outcome(other, leaf, issuing.certificate(), root.certificate()))
                    .isEqualTo("certificate_untrusted");
        }
    }

    @Test
    void anchorOfTheSameNameWithAnotherKeyIsUntrusted() {
        try (TestAuthority namesake = TestAuthority.root(KeyAlgorithm.EC_P256, "Root")) {
            assertThat(outcome(namesake, leaf, issuing.certificate())).isEqualTo("certificate_untrusted");
        }
    }

    @Test
    void noAnchorAtAllIsUntrusted() {
        ChainVerifier verifier = new ChainVerifier(List.of(), TestAuthority::during);
        assertThat(Faults.codeOf(() -> verifier.verify(leaf, List.of(issuing.certificate(), root.certificate()))))
                .isEqualTo("certificate_untrusted");
    }

    @Test
    void leafOutsideItsValidityIsExpiredToTheSecond() {
        assertThat(at(TestAuthority.FROM)).isEqualTo("none");
        assertThat(at(TestAuthority.FROM.minusSeconds(1))).isEqualTo("certificate_expired");
        assertThat(at(TestAuthority.UNTIL)).isEqualTo("none");
        assertThat(at(TestAuthority.UNTIL.plusSeconds(1))).isEqualTo("certificate_expired");
    }

    private static String at(Instant time) {
        ChainVerifier verifier = new ChainVerifier(List.of(root.certificate()), InstantSource.fixed(time));
        return Faults.codeOf(() -> verifier.verify(leaf, List.of(issuing.certificate())));
    }

    @Test
    void expiredIssuerIsUntrusted() {
        X509CertificateHolder expired = root.issue(
                issuing.certificate().getSubject(),
                issuing.certificate().getSubjectPublicKeyInfo(),
                TestAuthority.FROM,
                TestAuthority.during().minusSeconds(1),
                TestAuthority.CA);
        assertThat(outcome(root, leaf, expired)).isEqualTo("certificate_untrusted");
    }

    @Test
    void holderWhoIssuesIsUntrusted() {
        assertThat(withIssuer(TestAuthority.HOLDER)).isEqualTo("certificate_untrusted");
    }

    @Test
    void issuerWithBasicConstraintsButNoCaIsUntrusted() {
        assertThat(withIssuer(b -> b.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))))
                .isEqualTo("certificate_untrusted");
    }

    @Test
    void issuerWhoseKeyMayNotSignCertificatesIsUntrusted() {
        assertThat(withIssuer(b -> {
                    b.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                    b.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign));
                }))
                .isEqualTo("certificate_untrusted");
    }

    @Test
    void issuerWithAnUnknownCriticalExtensionIsUntrustedAndWithANonCriticalOneTrusted() {
        assertThat(withIssuer(b -> {
                    TestAuthority.CA.addTo(b);
                    b.addExtension(UNKNOWN, true, DERNull.INSTANCE);
                }))
                .isEqualTo("certificate_untrusted");
        assertThat(withIssuer(b -> {
                    TestAuthority.CA.addTo(b);
                    b.addExtension(UNKNOWN, false, DERNull.INSTANCE);
                }))
                .isEqualTo("none");
    }

    @Test
    void issuerWithNameConstraintsIsUntrustedSinceTheyAreNotProcessed() {
        assertThat(withIssuer(b -> {
                    TestAuthority.CA.addTo(b);
                    GeneralSubtree subtree = new GeneralSubtree(new GeneralName(new X500Name("C=RU")));
                    b.addExtension(
                            Extension.nameConstraints,
                            false,
                            new NameConstraints(new GeneralSubtree[] {subtree}, null));
                }))
                .isEqualTo("certificate_untrusted");
    }

    @Test
    void leafWithAnUnknownCriticalExtensionIsUntrusted() {
        X509CertificateHolder odd = issuing.issue(
                new X500Name("CN=Holder"),
                leaf.getSubjectPublicKeyInfo(),
                TestAuthority.FROM,
                TestAuthority.UNTIL,
                b -> b.addExtension(UNKNOWN, true, DERNull.INSTANCE));
        assertThat(outcome(root, odd, issuing.certificate())).isEqualTo("certificate_untrusted");
    }

    @Test
    void pathLongerThanTheRootAllowsIsUntrusted() {
        try (TestAuthority strict = TestAuthority.root(KeyAlgorithm.EC_P256, "Strict", b -> {
                    b.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
                    b.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
                });
                TestAuthority second = strict.under(KeyAlgorithm.EC_P256, "Second", TestAuthority.CA);
                TestAuthority third = second.under(KeyAlgorithm.EC_P256, "Third", TestAuthority.CA)) {
            assertThat(outcome(strict, holderOf(second), second.certificate())).isEqualTo("none");
            assertThat(outcome(strict, holderOf(third), third.certificate(), second.certificate()))
                    .isEqualTo("certificate_untrusted");
        }
    }

    @Test
    void changedCertificateIsUntrusted() {
        byte[] der = encoded(leaf);
        der[der.length - 1] ^= 1;
        assertThat(outcome(root, Certificates.read(der), issuing.certificate())).isEqualTo("certificate_untrusted");
    }

    @Test
    void nineIssuersAreRefusedUnread() {
        X509CertificateHolder[] nine = new X509CertificateHolder[9];
        Arrays.fill(nine, issuing.certificate());
        assertThat(outcome(root, leaf, nine)).isEqualTo("certificate_invalid");
    }

    @Test
    void namesakesThatIssueEachOtherEnd() {
        try (TestAuthority one = TestAuthority.root(KeyAlgorithm.EC_P256, "Ring");
                TestAuthority two = one.under(KeyAlgorithm.EC_P256, "Ring", TestAuthority.CA);
                TestAuthority three = two.under(KeyAlgorithm.EC_P256, "Ring", TestAuthority.CA)) {
            assertThat(outcome(root, holderOf(three), three.certificate(), two.certificate(), one.certificate()))
                    .isEqualTo("certificate_untrusted");
        }
    }

    private static String withIssuer(TestAuthority.Extensions extensions) {
        try (TestAuthority odd = root.under(KeyAlgorithm.EC_P256, "Odd", extensions)) {
            return outcome(root, holderOf(odd), odd.certificate());
        }
    }

    private static X509CertificateHolder holderOf(TestAuthority authority) {
        return authority.issue(
                Subjects.ANNA.toX500Name(), authority.certificate().getSubjectPublicKeyInfo());
    }

    private static String outcome(
            TestAuthority anchor, X509CertificateHolder certificate, X509CertificateHolder... chain) {
        ChainVerifier verifier = new ChainVerifier(List.of(anchor.certificate()), TestAuthority::during);
        return Faults.codeOf(() -> verifier.verify(certificate, List.of(chain)));
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
