// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalOrder;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.TokenFacts;

/** How many PIN entries a renewal needs is said at its start, also for keys with CKA_ALWAYS_AUTHENTICATE: the number is held against the windows that came. */
class KeysThatAskAtEachUseTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private TokenHost host(TestToken token) {
        return new TokenHost(folder.resolve("home"), AUTHORITY.root(), token.module());
    }

    private static List<Integer> told(TokenHost host) {
        TokenFacts facts = host.token().token().orElseThrow();
        return List.of(facts.pinEntriesLeast(), facts.pinEntriesMost());
    }

    private static Made requested(TokenHost host, String application) {
        RenewalOrder order = new RenewalOrder(
                ORIGIN,
                application,
                KeyAlgorithm.EC_P256,
                Workplace.HOLDER,
                host.token().id(),
                null);
        return host.workplace().renewals().create(new FakeTask(), order);
    }

    private static X509CertificateHolder renewed(TokenHost host, String application) {
        return installed(host, requested(host, application));
    }

    private static X509CertificateHolder installed(TokenHost host, Made made) {
        X509CertificateHolder issued = AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW.minus(DAY));
        host.workplace().renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
        return issued;
    }

    private static void sign(TokenHost host, DocumentPrompt.Kind kind, X509CertificateHolder certificate) {
        host.workplace().signing().sign(new FakeTask(), kind, "T", "Some text.", Thumbprint.sha256(certificate));
    }

    @Test
    void entries_areToldOnceSuchAKeyWasSeen_andStillAfterANewStart() {
        TestToken token =
                TestToken.inserted(folder.resolve("cabinet"), "generic").with("always-authenticate", "yes");
        X509CertificateHolder present;
        try (TokenHost host = host(token)) {
            assertThat(told(host))
                    .as("a token shows its private keys to nobody")
                    .containsExactly(1, 4);
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            present = renewed(host, "app-1");
            assertThat(told(host)).containsExactly(2, 7);
        }
        try (TokenHost host = host(token)) {
            assertThat(told(host)).containsExactly(2, 7);
            host.pins()
                    .enters(TestToken.PIN, TestToken.PIN, TestToken.PIN, TestToken.PIN, TestToken.PIN, TestToken.PIN);
            sign(host, DocumentPrompt.Kind.STATEMENT, present);
            Made made = requested(host, "app-2");
            sign(host, DocumentPrompt.Kind.RECEIPT, present);
            installed(host, made);
            assertThat(host.pins().shown())
                    .as("the windows of a whole renewal with both keys on the token")
                    .hasSizeBetween(told(host).getFirst(), told(host).getLast())
                    .hasSizeGreaterThan(3);
        }
        assertThat(token.triesLeft()).isEqualTo(10);
    }

    @Test
    void entries_areFewAgain_whenTheTokenMakesAnOrdinaryKey() {
        TestToken token =
                TestToken.inserted(folder.resolve("cabinet"), "generic").with("always-authenticate", "yes");
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            renewed(host, "app-1");
            assertThat(told(host)).containsExactly(2, 7);
            token.with("always-authenticate", "no");
            host.pins().enters(TestToken.PIN);
            renewed(host, "app-2");
            assertThat(told(host)).containsExactly(1, 4);
        }
    }
}
