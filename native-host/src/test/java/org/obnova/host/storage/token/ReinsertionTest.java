// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.NewKey;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.wire.Call;

/** A token that is pulled out and put in again while somebody works on it, and is listed anew meanwhile: the work ends with the stay in which it began. */
class ReinsertionTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final byte[] TEXT = {'t', 'e', 'x', 't'};

    @TempDir
    private Path folder;

    @Test
    void openKey_signsNoMore_afterTheTokenWasPutInAnew() {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "generic");
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN);
            requested(host);
            KeyContainer container = host.token().containers().getFirst();
            try (SigningKey key = container.open(new FakeTask(), Purpose.SIGN_DOCUMENT)) {
                assertThat(key.sign(TEXT)).isNotEmpty();
                putInAnew(token, host);
                assertFault(ErrorCode.TOKEN_REMOVED, () -> key.sign(TEXT));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "rutoken-lite"})
    void keyIsNotMade_withoutTheLoginOfItsStay(String product) {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), product);
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN);
            try (NewKey key = host.token().newKey(new FakeTask(), "Somebody")) {
                putInAnew(token, host);
                assertFault(
                        ErrorCode.TOKEN_REMOVED,
                        () -> key.make(new FakeTask(), KeyAlgorithm.EC_P256, new SecureRandom(), _ -> {})
                                .close());
            }
            assertThat(host.token().containers()).isEmpty();
        }
        assertThat(token.objects()).isEmpty();
    }

    /** Handles mean other objects in another stay: a clean-up that went on there could take away what must stay. */
    @Test
    void handles_areUsedInTheirOwnStayOnly_andTheRenewalGoesOn() {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-lite");
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN);
            Made made = requested(host);
            X509CertificateHolder issued =
                    AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW.minus(Duration.ofDays(1)));
            host.drivers().after(Call.DestroyObject.class, () -> putInAnew(token, host));
            install(host, made, issued);

            assertThat(slotsOf(host, Call.DestroyObject.class::isInstance))
                    .as("taken away where it was found")
                    .hasSize(1)
                    .isSubsetOf(slotsOf(host, ReinsertionTest::findsHidden));
            assertThat(host.notes()).anyMatch(line -> line.startsWith("leftovers on token TOKEN_REMOVED"));
            assertThat(host.workplace().renewals().list(ORIGIN))
                    .extracting(each -> each.state())
                    .containsExactly(RenewalState.INSTALLED);
            host.pins().enters(TestToken.PIN);
            host.token()
                    .containers()
                    .getFirst()
                    .open(new FakeTask(), Purpose.SIGN_DOCUMENT)
                    .close();
        }
    }

    @Test
    void writing_endsWithTheStay_andTheRenewalGoesOn() {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-lite");
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN);
            Made made = requested(host);
            X509CertificateHolder issued =
                    AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW.minus(Duration.ofDays(1)));
            host.drivers().after(Call.CreateObject.class, () -> putInAnew(token, host));
            assertFault(ErrorCode.TOKEN_REMOVED, () -> install(host, made, issued));
            host.pins().enters(TestToken.PIN);
            install(host, made, issued);
            assertThat(host.token().containers().getFirst().chain().getFirst()).isEqualTo(issued);
            assertThat(host.workplace().storages().containerOf(Thumbprint.sha256(issued)))
                    .isPresent();
        }
    }

    private static boolean findsHidden(Call<?> call) {
        return call instanceof Call.Find find
                && find.template().stream().anyMatch(each -> each.type() == Cka.APPLICATION);
    }

    private static Set<Long> slotsOf(TokenHost host, Predicate<Call<?>> wanted) {
        return host.drivers().calls().stream()
                .filter(wanted)
                .map(call -> switch (call) {
                    case Call.Find find -> find.slot();
                    case Call.DestroyObject destroy -> destroy.slot();
                    default -> throw new IllegalArgumentException();
                })
                .collect(Collectors.toSet());
    }

    private static void putInAnew(TestToken token, TokenHost host) {
        token.pull();
        host.workplace().storages().all();
        token.insert();
        host.token();
    }

    private static void install(TokenHost host, Made made, X509CertificateHolder issued) {
        host.workplace().renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
    }

    private static Made requested(TokenHost host) {
        return host.workplace()
                .renewals()
                .create(
                        new FakeTask(),
                        Workplace.order(KeyAlgorithm.EC_P256, host.token().id()));
    }

    private TokenHost host(TestToken token) {
        return new TokenHost(folder.resolve("home"), AUTHORITY.root(), token.module());
    }
}
