// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.AbandonPrompt.Answer;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.OrphanKey;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.signature.DocumentPrompt;

/** Keys that were left on tokens, active and passive, through whole renewals: offered to their holder, used, removed. */
class LeftKeysOnTokensTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private TestToken token(String kind) {
        return TestToken.inserted(folder.resolve("cabinet"), kind);
    }

    private TokenHost host(TestToken token) {
        return new TokenHost(folder.resolve("home"), AUTHORITY.root(), token.module());
    }

    private static Made made(TokenHost host) {
        return host.workplace()
                .renewals()
                .create(
                        new FakeTask(),
                        Workplace.order(KeyAlgorithm.EC_P256, host.token().id()));
    }

    private static Made givenUp(TokenHost host) {
        host.pins().enters(TestToken.PIN, TestToken.PIN);
        Made made = made(host);
        host.workplace().person().givesUp(Answer.KEEP_KEY);
        host.workplace()
                .renewals()
                .abandon(
                        new FakeTask(), ORIGIN, made.renewal(), host.workplace().person());
        return made;
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "rutoken-lite"})
    void keyThatWasKept_isOffered_andBecomesTheNewCertificates(String kind) {
        TestToken token = token(kind);
        try (TokenHost host = host(token)) {
            Made first = givenUp(host);
            assertThat(host.workplace().orphans().all()).hasSize(1);
            host.workplace().person().takesTheKeyOnOffer();
            host.pins().enters(TestToken.PIN, TestToken.PIN, TestToken.PIN);

            Made again = made(host);

            assertThat(again.state()).isEqualTo(RenewalState.REQUESTED);
            assertThat(again.request()).as("the key is the one that was left").isEqualTo(first.request());
            assertThat(host.workplace().orphans().all()).isEmpty();
            assertThat(host.token().containers()).hasSize(1);
            X509CertificateHolder issued = AUTHORITY.issue(Objects.requireNonNull(again.request()), NOW.minus(DAY));
            host.workplace()
                    .renewals()
                    .install(new FakeTask(), ORIGIN, again.renewal(), issued, List.of(AUTHORITY.root()));
            assertThat(host.workplace()
                            .signing()
                            .sign(
                                    new FakeTask(),
                                    DocumentPrompt.Kind.STATEMENT,
                                    "T",
                                    "Some text.",
                                    Thumbprint.sha256(issued))
                            .cms())
                    .isNotEmpty();
        }
        assertThat(token.triesLeft()).isEqualTo(10);
    }

    @Test
    void newKey_leavesTheOldOneWhereItIs_untilThePersonRemovesIt() {
        TestToken token = token("generic");
        try (TokenHost host = host(token)) {
            givenUp(host);
            OrphanKey left = host.workplace().orphans().all().getFirst();
            host.workplace().person().wantsANewKey();
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            Made made = made(host);
            assertThat(host.token().containers()).hasSize(2);
            assertThat(token.calls("C_GenerateKeyPair")).isEqualTo(2);

            host.workplace().orphans().remove(new FakeTask(), left);

            assertThat(host.token().containers())
                    .as("the renewal's own key is not touched")
                    .hasSize(1);
            X509CertificateHolder issued = AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW.minus(DAY));
            host.workplace()
                    .renewals()
                    .install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
        }
    }

    @Test
    void keyOfARenewalUnderWay_isNoneThatIsLeft() {
        try (TokenHost host = host(token("generic"))) {
            givenUp(host);
            OrphanKey left = host.workplace().orphans().all().getFirst();
            host.workplace().person().takesTheKeyOnOffer();
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            made(host);

            assertFault(ErrorCode.KEY_IN_USE, () -> host.workplace().orphans().remove(new FakeTask(), left));
            assertThat(host.token().containers()).hasSize(1);
        }
    }

    @Test
    void keyWhoseRecordWasLost_isOfferedToItsHolder_andMakesAnotherRequest() throws IOException {
        TestToken token = token("generic");
        try (TokenHost host = host(token)) {
            givenUp(host);
        }
        Path state = folder.resolve("home/state");
        Files.move(state.resolve("renewals"), state.resolve("lost"));
        try (TokenHost host = host(token)) {
            assertThat(host.workplace().orphans().all()).hasSize(1);
            host.workplace().person().takesTheKeyOnOffer();
            host.pins().enters(TestToken.PIN, TestToken.PIN);

            Made made = made(host);

            assertThat(made.state()).isEqualTo(RenewalState.REQUESTED);
            assertThat(host.workplace().person().orphans()).hasSize(1);
            assertThat(host.token().containers()).hasSize(1);
        }
        assertThat(token.calls("C_GenerateKeyPair")).isEqualTo(1);
    }
}
