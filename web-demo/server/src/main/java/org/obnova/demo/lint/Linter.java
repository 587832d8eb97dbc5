// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

import java.util.ArrayList;
import java.util.List;
import org.obnova.demo.lint.certificate.BasicConstraintsLint;
import org.obnova.demo.lint.certificate.CriticalExtensionsLint;
import org.obnova.demo.lint.certificate.ExtendedKeyUsageLint;
import org.obnova.demo.lint.certificate.FreshestSourceLint;
import org.obnova.demo.lint.certificate.GostKeyLint;
import org.obnova.demo.lint.certificate.IdentificationKindLint;
import org.obnova.demo.lint.certificate.IssuerNameLint;
import org.obnova.demo.lint.certificate.KeyIdentifiersLint;
import org.obnova.demo.lint.certificate.KeyUsageLint;
import org.obnova.demo.lint.certificate.OrganisationLint;
import org.obnova.demo.lint.certificate.RevocationSourceLint;
import org.obnova.demo.lint.certificate.RussianNumbersLint;
import org.obnova.demo.lint.certificate.SerialNumberLint;
import org.obnova.demo.lint.certificate.SignatureAlgorithmLint;
import org.obnova.demo.lint.certificate.SigningToolsLint;
import org.obnova.demo.lint.certificate.SubjectTextsLint;
import org.obnova.demo.lint.certificate.UsagePeriodLint;
import org.obnova.demo.lint.certificate.ValidityLint;
import org.obnova.demo.lint.certificate.VersionLint;
import org.obnova.demo.lint.list.DeltaBaseLint;
import org.obnova.demo.lint.list.FreshestListLint;
import org.obnova.demo.lint.list.ListDatesLint;
import org.obnova.demo.lint.list.ListEntriesLint;
import org.obnova.demo.lint.list.ListIssuerLint;
import org.obnova.demo.lint.list.ListVersionLint;

/** All rules. */
public final class Linter {
    /** The rules for certificates. */
    public static final List<Lint<CertificateCandidate>> CERTIFICATE_RULES = List.of(
            new VersionLint(),
            new SerialNumberLint(),
            new SignatureAlgorithmLint(),
            new ValidityLint(),
            new IssuerNameLint(),
            new KeyIdentifiersLint(),
            new BasicConstraintsLint(),
            new KeyUsageLint(),
            new ExtendedKeyUsageLint(),
            new RevocationSourceLint(),
            new FreshestSourceLint(),
            new CriticalExtensionsLint(),
            new GostKeyLint(),
            new SubjectTextsLint(),
            new RussianNumbersLint(),
            new OrganisationLint(),
            new UsagePeriodLint(),
            new SigningToolsLint(),
            new IdentificationKindLint());

    /** The rules for revocation lists. */
    public static final List<Lint<ListCandidate>> LIST_RULES = List.of(
            new ListVersionLint(),
            new ListIssuerLint(),
            new ListDatesLint(),
            new ListEntriesLint(),
            new DeltaBaseLint(),
            new FreshestListLint());

    private Linter() {}

    /**
     * Lets a certificate leave.
     *
     * @throws LintFailure when a rule finds something
     */
    public static void check(CertificateCandidate candidate) {
        refuse(findings(CERTIFICATE_RULES, candidate));
    }

    /**
     * Lets a revocation list leave.
     *
     * @throws LintFailure when a rule finds something
     */
    public static void check(ListCandidate candidate) {
        refuse(findings(LIST_RULES, candidate));
    }

    private static void refuse(List<String> findings) {
        if (!findings.isEmpty()) {
            throw new LintFailure(findings);
        }
    }

    private static <T> List<String> findings(List<Lint<T>> rules, T candidate) {
        List<String> findings = new ArrayList<>();
        for (Lint<T> rule : rules) {
            rule.finding(candidate)
                    .ifPresent(what ->
                            findings.add(rule.getClass().getSimpleName() + ": " + what + " (" + rule.source() + ")"));
        }
        return findings;
    }
}
