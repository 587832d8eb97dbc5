// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.ServiceKind;

/** A certificate of the authority passes every rule; each thing changed in it is found, by the rule that is there for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateLintsTest {
    private static final ASN1ObjectIdentifier SNILS = new ASN1ObjectIdentifier("1.2.643.100.3");
    private static final ASN1ObjectIdentifier OGRN = new ASN1ObjectIdentifier("1.2.643.100.1");
    private static final ASN1ObjectIdentifier INNLE = new ASN1ObjectIdentifier("1.2.643.100.4");
    private static final ASN1ObjectIdentifier OGRNIP = new ASN1ObjectIdentifier("1.2.643.100.5");
    private static final ASN1ObjectIdentifier SUBJECT_TOOL = new ASN1ObjectIdentifier("1.2.643.100.111");
    private static final ASN1ObjectIdentifier ISSUER_TOOL = new ASN1ObjectIdentifier("1.2.643.100.112");
    private static final ASN1ObjectIdentifier KIND = new ASN1ObjectIdentifier("1.2.643.100.114");

    @TempDir
    private static Path folder;

    private Office office;
    private X509CertificateHolder holders;
    private X509CertificateHolder issuer;

    @BeforeAll
    void open() {
        office = Office.open(folder, CaProfile.GOST256);
        holders = office.certificate("korableva-1").certificate();
        issuer = office.authority.issuers(office.certificate("korableva-1")).getFirst();
    }

    @AfterAll
    void close() {
        office.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("SerialNumberLint", with -> with.serial = BigInteger.valueOf(4711)),
                change("SerialNumberLint", with -> with.serial = BigInteger.ONE.shiftLeft(159)),
                change(
                        "SerialNumberLint",
                        with -> with.serial = BigInteger.ONE.shiftLeft(100).negate()),
                change("SignatureAlgorithmLint", with -> with.inner = new AlgorithmIdentifier(SNILS)),
                change("ValidityLint", with -> with.to = utc("2047-01-01T00:00:00Z")),
                change("ValidityLint", with -> with.from = new Time(new ASN1GeneralizedTime("20250101000000Z"))),
                change("IssuerNameLint", with -> with.issuer = new X500Name("CN=another")),
                change("KeyIdentifiersLint", with -> with.without(Extension.subjectKeyIdentifier)),
                change("KeyIdentifiersLint", with -> with.without(Extension.authorityKeyIdentifier)),
                change(
                        "KeyIdentifiersLint",
                        with -> with.with(
                                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20]))),
                change("BasicConstraintsLint", with -> with.without(Extension.basicConstraints)),
                change("BasicConstraintsLint", with -> with.marked(Extension.basicConstraints, false)),
                change(
                        "BasicConstraintsLint",
                        with -> with.with(Extension.basicConstraints, true, new BasicConstraints(true))),
                change("KeyUsageLint", with -> with.without(Extension.keyUsage)),
                change("KeyUsageLint", with -> with.marked(Extension.keyUsage, false)),
                change("KeyUsageLint", with -> usage(with, KeyUsage.digitalSignature | KeyUsage.nonRepudiation)),
                change("KeyUsageLint", with -> usage(with, KeyUsage.digitalSignature | KeyUsage.keyAgreement)),
                change("KeyUsageLint", with -> usage(with, 0xFC)),
                change("ExtendedKeyUsageLint", with -> with.without(Extension.extendedKeyUsage)),
                change("ExtendedKeyUsageLint", with -> purpose(with, KeyPurposeId.anyExtendedKeyUsage)),
                change("ExtendedKeyUsageLint", with -> purpose(with, KeyPurposeId.id_kp_OCSPSigning)),
                change("RevocationSourceLint", with -> with.without(Extension.cRLDistributionPoints)),
                change("RevocationSourceLint", with -> with.without(Extension.authorityInfoAccess)),
                change("FreshestSourceLint", with -> with.without(Extension.freshestCRL)),
                change(
                        "FreshestSourceLint",
                        with -> with.with(Extension.freshestCRL, false, new CRLDistPoint(new DistributionPoint[] {
                            new DistributionPoint(null, null, null)
                        }))),
                change("CriticalExtensionsLint", with -> with.marked(Extension.freshestCRL, true)),
                change("CriticalExtensionsLint", with -> with.marked(Extension.authorityInfoAccess, true)),
                change("GostKeyLint", with -> with.key = key(with, true, 0)),
                change("GostKeyLint", with -> with.key = key(with, false, 1)),
                change(
                        "SubjectTextsLint",
                        with -> with.subject = subject(with, BCStyle.GIVENNAME, new DERUTF8String(" "))),
                change(
                        "SubjectTextsLint",
                        with -> with.subject = subject(with, BCStyle.GIVENNAME, new DERUTF8String("a\nb"))),
                change("SubjectTextsLint", with -> with.subject = subject(with, BCStyle.C, new DERUTF8String("RU"))),
                change(
                        "RussianNumbersLint",
                        with -> with.subject = subject(with, SNILS, new DERUTF8String("11223344595"))),
                change(
                        "RussianNumbersLint",
                        with -> with.subject = subject(with, SNILS, new DERNumericString("1122334459"))),
                change("RussianNumbersLint", with -> with.subject = only(with, BCStyle.SURNAME)),
                change("OrganisationLint", with -> with.subject = subject(with, BCStyle.O, new DERUTF8String("ООО"))),
                change(
                        "OrganisationLint",
                        with -> with.subject = subject(with, BCStyle.T, new DERUTF8String("Директор"))),
                change("UsagePeriodLint", with -> with.without(Extension.privateKeyUsagePeriod)),
                change("UsagePeriodLint", with -> with.with(Extension.privateKeyUsagePeriod, false, period())),
                change("SigningToolsLint", with -> with.without(Extension.certificatePolicies)),
                change("SigningToolsLint", with -> with.without(SUBJECT_TOOL)),
                change("SigningToolsLint", with -> with.without(ISSUER_TOOL)),
                change("IdentificationKindLint", with -> with.without(KIND)),
                change("IdentificationKindLint", with -> with.with(KIND, false, new ASN1Integer(4))));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("changes")
    void whatWasChanged_isFoundByItsRule(String rule, Consumer<Forgery> change) {
        Forgery forgery = new Forgery(holders);
        change.accept(forgery);

        assertThat(rulesAgainst(forgery.made(), Purpose.HOLDER, true)).containsExactly(rule);
    }

    @Test
    void everyRule_isTripped_bySomething() {
        assertThat(Stream.concat(changes().map(each -> each.get()[0]), Stream.of("VersionLint")))
                .containsAll(Linter.CERTIFICATE_RULES.stream()
                        .map(rule -> rule.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void unchanged_passesEveryRule_whosever() {
        assertThat(rulesAgainst(new Forgery(holders).made(), Purpose.HOLDER, true))
                .isEmpty();
        X509CertificateHolder root = office.authority.roots().getFirst();
        assertThat(rules(new CertificateCandidate(root, root, Purpose.ROOT, true)))
                .isEmpty();
        assertThat(rules(new CertificateCandidate(issuer, root, Purpose.AUTHORITY, true)))
                .isEmpty();
        office.authority
                .services(ServiceKind.STATUS)
                .forEach(key -> assertThat(
                                rules(new CertificateCandidate(key.certificate(), key.issuer(), Purpose.SERVICE, true)))
                        .isEmpty());
    }

    @Test
    void organisation_isWholeOrNotThere() {
        X509CertificateHolder heads = office.certificate("myasoedov-1").certificate();
        assertThat(rulesAgainst(new Forgery(heads).made(), Purpose.HOLDER, true))
                .isEmpty();
        for (ASN1ObjectIdentifier part : List.of(BCStyle.O, BCStyle.ST, BCStyle.L, BCStyle.STREET, OGRN, INNLE)) {
            Forgery forgery = new Forgery(heads);
            forgery.subject = only(forgery, part);
            assertThat(rulesAgainst(forgery.made(), Purpose.HOLDER, true))
                    .as("without " + part)
                    .containsExactly("OrganisationLint");
        }
        Forgery personal = new Forgery(heads);
        personal.subject = subject(personal, BCStyle.CN, new DERUTF8String("Мясоедов Пётр Ильич"));
        assertThat(rulesAgainst(personal.made(), Purpose.HOLDER, true)).containsExactly("OrganisationLint");
        Forgery business = new Forgery(heads);
        business.subject = subject(business, OGRNIP, new DERNumericString("315770000000022"));
        assertThat(rulesAgainst(business.made(), Purpose.HOLDER, true)).containsExactly("OrganisationLint");
    }

    @Test
    void version1_isRefused() {
        assertThat(rulesAgainst(new Forgery(holders).ofVersion1(), Purpose.HOLDER, true))
                .contains("VersionLint");
    }

    @Test
    void endThatIsNotAfterTheBeginning_isRefused() {
        Forgery forgery = new Forgery(holders);
        forgery.to = forgery.from;
        assertThat(rulesAgainst(forgery.made(), Purpose.HOLDER, true)).contains("ValidityLint");
    }

    @Test
    void anothersPurpose_isRefused() {
        assertThat(rulesAgainst(issuer, Purpose.HOLDER, true)).contains("BasicConstraintsLint", "KeyUsageLint");
        assertThat(rulesAgainst(holders, Purpose.AUTHORITY, true)).contains("BasicConstraintsLint", "KeyUsageLint");
        assertThat(rulesAgainst(holders, Purpose.SERVICE, true)).contains("ExtendedKeyUsageLint");
    }

    @Test
    void whatIsNotQualified_mustNotLookLikeIt() {
        assertThat(rulesAgainst(holders, Purpose.HOLDER, false)).contains("SigningToolsLint", "IdentificationKindLint");
    }

    @Test
    void refusal_namesRuleAndSource_andNobody() {
        X509CertificateHolder bad =
                new Forgery(holders).without(Extension.keyUsage).made();
        assertThatThrownBy(() -> Linter.check(new CertificateCandidate(bad, issuer, Purpose.HOLDER, true)))
                .isInstanceOf(LintFailure.class)
                .hasMessageContaining("KeyUsageLint")
                .hasMessageContaining("RFC 5280 section 4.2.1.3")
                .hasMessageNotContaining("Кораблёва");
    }

    private List<String> rulesAgainst(X509CertificateHolder certificate, Purpose purpose, boolean qualified) {
        return rules(new CertificateCandidate(certificate, issuer, purpose, qualified));
    }

    private static List<String> rules(CertificateCandidate candidate) {
        return Linter.CERTIFICATE_RULES.stream()
                .filter(rule -> rule.finding(candidate).isPresent())
                .map(rule -> rule.getClass().getSimpleName())
                .toList();
    }

    private static Arguments change(String rule, Consumer<Forgery> change) {
        return Arguments.of(rule, change);
    }

    private static Time utc(String moment) {
        return new Time(Date.from(Instant.parse(moment)));
    }

    private static void usage(Forgery with, int usage) {
        with.with(Extension.keyUsage, true, new KeyUsage(usage));
    }

    private static void purpose(Forgery with, KeyPurposeId purpose) {
        with.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }

    /** With its digest or without, and so many octets shorter. */
    private static SubjectPublicKeyInfo key(Forgery with, boolean withoutDigest, int shorter) {
        ASN1Sequence parameters = (ASN1Sequence) with.key.getAlgorithm().getParameters();
        ASN1Encodable kept = withoutDigest ? new DERSequence(parameters.getObjectAt(0)) : parameters;
        byte[] bits = with.key.getPublicKeyData().getOctets();
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(with.key.getAlgorithm().getAlgorithm(), kept),
                java.util.Arrays.copyOf(bits, bits.length - shorter));
    }

    /** Another value of that attribute, or one more attribute. */
    private static X500Name subject(Forgery with, ASN1ObjectIdentifier type, ASN1Encodable value) {
        return named(with.subject, type, value);
    }

    private static X500Name only(Forgery with, ASN1ObjectIdentifier dropped) {
        return named(with.subject, dropped, DERNull.INSTANCE);
    }

    private static X500Name named(X500Name name, ASN1ObjectIdentifier type, ASN1Encodable value) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        Stream.of(name.getRDNs())
                .map(part -> part.getFirst())
                .filter(part -> !part.getType().equals(type))
                .forEach(part -> builder.addRDN(part.getType(), part.getValue()));
        return DERNull.INSTANCE.equals(value)
                ? builder.build()
                : builder.addRDN(type, value).build();
    }

    /** A hundred years. */
    private static ASN1Encodable period() {
        return new DERSequence(new ASN1Encodable[] {
            new DERTaggedObject(false, 0, new ASN1GeneralizedTime("20000101000000Z")),
            new DERTaggedObject(false, 1, new ASN1GeneralizedTime("21000101000000Z"))
        });
    }
}
