// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
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
import org.obnova.demo.ca.ServiceKey;
import org.obnova.demo.ca.ServiceKind;

/** A list of the authority passes every rule; each thing made otherwise is found, by the rule that is there for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListLintsTest {
    private static final Instant NOW = Office.NOW;

    @TempDir
    private static Path folder;

    private Office office;
    private ServiceKey key;

    /** A list in the making. */
    static final class Draft {
        private @org.jspecify.annotations.Nullable X500Name issuer;
        private byte[] keyId = {};
        private boolean numbered = true;
        private Instant thisUpdate = NOW;
        private Instant nextUpdate = NOW.plus(Duration.ofDays(1));
        private boolean delta;
        private boolean deltaCritical = true;
        private long base = 1;
        private boolean freshest;
        private boolean freshestCritical;
        private Consumer<X509v2CRLBuilder> entries = list -> list.addCRLEntry(BigInteger.TEN, Date.from(NOW), 1);
    }

    @BeforeAll
    void open() {
        office = Office.open(folder, CaProfile.EC);
        key = office.authority.services(ServiceKind.STATUS).getFirst();
    }

    @AfterAll
    void close() {
        office.close();
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                draft("ListVersionLint", with -> with.numbered = false),
                draft("ListIssuerLint", with -> with.issuer = new X500Name("CN=another")),
                draft("ListIssuerLint", with -> with.keyId = new byte[20]),
                draft("ListDatesLint", with -> with.nextUpdate = NOW),
                draft("ListDatesLint", with -> with.thisUpdate = NOW.plusSeconds(60)),
                draft(
                        "ListEntriesLint",
                        with -> with.entries = list -> {
                            list.addCRLEntry(BigInteger.TEN, Date.from(NOW), 1);
                            list.addCRLEntry(BigInteger.TEN, Date.from(NOW), 3);
                        }),
                draft(
                        "ListEntriesLint",
                        with -> with.entries =
                                list -> list.addCRLEntry(BigInteger.TEN, Date.from(NOW.plusSeconds(60)), 1)),
                draft(
                        "ListEntriesLint",
                        with -> with.entries = list -> list.addCRLEntry(BigInteger.TEN, Date.from(NOW), 7)),
                draft(
                        "DeltaBaseLint",
                        with -> with.entries = list -> list.addCRLEntry(BigInteger.TEN, Date.from(NOW), 8)),
                draft("DeltaBaseLint", with -> {
                    with.delta = true;
                    with.deltaCritical = false;
                }),
                draft("DeltaBaseLint", with -> {
                    with.delta = true;
                    with.base = 2;
                }),
                draft("FreshestListLint", with -> {
                    with.freshest = true;
                    with.freshestCritical = true;
                }),
                draft("FreshestListLint", with -> {
                    with.delta = true;
                    with.freshest = true;
                }));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("drafts")
    void whatIsOtherwise_isFoundByItsRule(String rule, Consumer<Draft> change) throws CertIOException {
        Draft draft = new Draft();
        change.accept(draft);
        assertThat(rules(made(draft))).containsExactly(rule);
    }

    @Test
    void everyRule_isTripped_bySomething() {
        assertThat(drafts().map(each -> each.get()[0]))
                .containsAll(Linter.LIST_RULES.stream()
                        .map(rule -> rule.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void asItShouldBe_passes() throws Exception {
        assertThat(rules(made(new Draft()))).isEmpty();
        byte[] published = office.authority.revocationList("ec").orElseThrow();
        assertThat(rules(new X509CRLHolder(published))).isEmpty();
        byte[] delta = office.authority.deltaList("ec").orElseThrow();
        assertThat(rules(new X509CRLHolder(delta))).isEmpty();
    }

    @Test
    void refusal_namesRuleAndSource() throws CertIOException {
        Draft draft = new Draft();
        draft.numbered = false;
        X509CRLHolder bad = made(draft);
        assertThatThrownBy(() -> Linter.check(new ListCandidate(bad, key.issuer(), NOW)))
                .isInstanceOf(LintFailure.class)
                .hasMessageContaining("ListVersionLint", "RFC 5280 sections 5.1.2.1");
    }

    private List<String> rules(X509CRLHolder list) {
        ListCandidate candidate = new ListCandidate(list, key.issuer(), NOW);
        return Linter.LIST_RULES.stream()
                .filter(rule -> rule.finding(candidate).isPresent())
                .map(rule -> rule.getClass().getSimpleName())
                .toList();
    }

    private X509CRLHolder made(Draft draft) throws CertIOException {
        X509CertificateHolder authority = key.issuer();
        X509v2CRLBuilder list = new X509v2CRLBuilder(
                draft.issuer == null ? authority.getSubject() : draft.issuer, Date.from(draft.thisUpdate));
        list.setNextUpdate(Date.from(draft.nextUpdate));
        byte[] own = SubjectKeyIdentifier.getInstance(
                        authority.getExtension(Extension.subjectKeyIdentifier).getParsedValue())
                .getKeyIdentifier();
        list.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(draft.keyId.length == 0 ? own : draft.keyId));
        if (draft.numbered) {
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.TWO));
        }
        if (draft.delta) {
            list.addExtension(
                    Extension.deltaCRLIndicator, draft.deltaCritical, new CRLNumber(BigInteger.valueOf(draft.base)));
        }
        if (draft.freshest) {
            list.addExtension(
                    Extension.freshestCRL, draft.freshestCritical, new CRLDistPoint(new DistributionPoint[0]));
        }
        draft.entries.accept(list);
        return list.build(key.signer(new SecureRandom()));
    }

    private static Arguments draft(String rule, Consumer<Draft> change) {
        return Arguments.of(rule, change);
    }
}
