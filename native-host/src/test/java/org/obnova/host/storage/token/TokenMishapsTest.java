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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;

/**
 * A renewal on a token meets a mishap at a call of the vendor's module, then goes on in a new start of the host with the token put in again: nothing that was
 * acknowledged is lost, no key is made twice, no PIN try is spent, the old key signs.
 */
class TokenMishapsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    /** Every so many calls, each case with another first one; {@code -Dobnova.token.stride=1} takes all (an hour). */
    private static final int STRIDE = Integer.getInteger("obnova.token.stride", 40);

    private static final List<ErrorCode> NAMED = List.of(
            ErrorCode.TOKEN_REMOVED,
            ErrorCode.TOKEN_FAILED,
            ErrorCode.DRIVER_CRASHED,
            ErrorCode.DRIVER_FAILED,
            ErrorCode.STORAGE_NOT_FOUND,
            ErrorCode.CONTAINER_NOT_FOUND);

    @TempDir
    private Path folder;

    /** What the other side, page and authority, remembers of what it was told. */
    private static final class OtherSide {
        private byte @Nullable [] request;
        private @Nullable X509CertificateHolder issued;
        private boolean installed;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "generic,ckr 0x30,1",
        "generic,crash,7",
        "generic,late-crash,13",
        "generic,pull,19",
        "generic,late-pull,4",
        "rutoken-lite,ckr 0x30,10",
        "rutoken-lite,crash,16",
        "rutoken-lite,late-crash,22",
        "rutoken-lite,pull,5",
        "rutoken-lite,late-pull,11"
    })
    void renewal_losesNothing_whateverHappensAtACall(String product, String mishap, int first) {
        int calls = calls(product);
        assertThat(calls).isGreaterThan(60);
        int interruptions = 0;
        for (int at = 1 + first % STRIDE; at <= calls; at += STRIDE) {
            Path place = folder.resolve(mishap.replace(' ', '-') + "-" + at);
            TestToken token = TestToken.inserted(place.resolve("cabinet"), product);
            OtherSide otherSide = new OtherSide();
            String old;
            try (TokenHost host = start(place, token)) {
                old = oldCertificate(host);
                String storage = host.token().id();
                token.order("any " + at + " " + mishap);
                interruptions += interrupted(host, storage, otherSide, mishap + " at " + at) ? 1 : 0;
                assertThat(host.workplace().storages().all().getFirst().containers())
                        .as("other media work")
                        .hasSize(1);
            }
            token.order();
            token.insert();
            try (TokenHost later = start(place, token)) {
                if (otherSide.installed) {
                    assertThat(later.workplace().renewals().list(ORIGIN))
                            .extracting(Renewal::state)
                            .containsExactly(RenewalState.INSTALLED);
                }
                journey(later, later.token().id(), otherSide);
                assertWhole(later, old, otherSide, mishap + " at " + at);
            }
            assertThat(token.triesLeft()).as(mishap + " at " + at).isEqualTo(10);
        }
        assertThat(interruptions)
                .as("renewals that did not come to their end at once")
                .isPositive();
    }

    private static boolean interrupted(TokenHost host, String storage, OtherSide otherSide, String where) {
        try {
            journey(host, storage, otherSide);
            return false;
        } catch (Fault e) {
            assertThat(e.code()).as(where + ": " + e.getMessage()).isIn(NAMED);
            return true;
        }
    }

    private static void journey(TokenHost host, String storage, OtherSide otherSide) {
        host.pins().enters(TestToken.PIN, TestToken.PIN);
        Made made = host.workplace().renewals().create(new FakeTask(), Workplace.order(KeyAlgorithm.EC_P256, storage));
        byte[] request = Objects.requireNonNull(made.request());
        if (otherSide.request == null) {
            otherSide.request = request;
            otherSide.issued = AUTHORITY.issue(request, NOW);
        }
        assertThat(request).as("the request that was acknowledged").isEqualTo(otherSide.request);
        X509CertificateHolder issued = Objects.requireNonNull(otherSide.issued);
        host.workplace().renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
        otherSide.installed = true;
    }

    private static void assertWhole(TokenHost host, String old, OtherSide otherSide, String where) {
        X509CertificateHolder issued = Objects.requireNonNull(otherSide.issued);
        List<KeyContainer> onToken = host.token().read();
        assertThat(onToken)
                .as("the new key with its certificate, %s", where)
                .filteredOn(each -> !each.chain().isEmpty())
                .singleElement()
                .satisfies(each -> assertThat(each.chain().getFirst()).isEqualTo(issued));
        assertThat(onToken).as("no key was made twice, %s", where).hasSize(1);
        host.pins().enters(TestToken.PIN);
        for (String each : List.of(old, Thumbprint.sha256(issued))) {
            assertThat(host.workplace()
                            .signing()
                            .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", "Some text.", each)
                            .cms())
                    .as(where)
                    .isNotEmpty();
        }
    }

    private int calls(String product) {
        Path place = folder.resolve("count");
        TestToken token = TestToken.inserted(place.resolve("cabinet"), product);
        try (TokenHost host = start(place, token)) {
            oldCertificate(host);
            String storage = host.token().id();
            token.forgetCalls();
            journey(host, storage, new OtherSide());
            return token.calls().size();
        }
    }

    private static String oldCertificate(TokenHost host) {
        KeyContainer old =
                host.workplace().present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(Duration.ofDays(340)));
        return Thumbprint.sha256(old.chain().getFirst());
    }

    private static TokenHost start(Path place, TestToken token) {
        return new TokenHost(place.resolve("home"), AUTHORITY.root(), token.module());
    }
}
