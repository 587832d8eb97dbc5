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
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalOrder;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Purpose;

/** A key without a certificate leaves a token whole; one with a certificate stays. */
class KeyRemovalTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"generic", "rutoken-lite"})
    void keyWithoutCertificate_goes_andNothingElse(String product) {
        TestToken token = inserted(product);
        try (TokenHost host = host(token)) {
            install(host, requested(host, "app-0"));
            List<Path> before = token.objects();
            requested(host, "app-1");
            KeyContainer bare = withoutCertificate(host);
            host.pins().enters(TestToken.PIN);
            bare.remove(new FakeTask());
            assertThat(token.objects()).isEqualTo(before);
            host.pins().enters(TestToken.PIN);
            bare.remove(new FakeTask());
            assertThat(token.objects()).as("gone already is no error").isEqualTo(before);
            host.pins().enters(TestToken.PIN);
            host.token()
                    .containers()
                    .getFirst()
                    .open(new FakeTask(), Purpose.SIGN_DOCUMENT)
                    .close();
        }
        assertThat(token.triesLeft()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "rutoken-lite"})
    void keyWithCertificate_stays_evenWhereItWasListedBeforeTheCertificateCame(String product) {
        TestToken token = inserted(product);
        try (TokenHost host = host(token)) {
            Made made = requested(host, "app-0");
            KeyContainer listedBefore = withoutCertificate(host);
            install(host, made);
            List<Path> before = token.objects();
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            assertFault(ErrorCode.KEY_IN_USE, () -> listedBefore.remove(new FakeTask()));
            assertFault(
                    ErrorCode.KEY_IN_USE,
                    () -> host.token().containers().getFirst().remove(new FakeTask()));
            assertThat(token.objects()).isEqualTo(before);
        }
    }

    /** Other programs do not always give a certificate its key's CKA_ID. */
    @Test
    void keyWhoseCertificateHasNoId_stays() throws IOException {
        TestToken token = inserted("generic");
        try (TokenHost host = host(token)) {
            Made made = requested(host, "app-0");
            KeyContainer listedBefore = withoutCertificate(host);
            Path der = Files.write(
                    folder.resolve("certificate.der"),
                    AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW).getEncoded());
            new Pkcs11Tool(token.module(), folder)
                    .mustAsUser(TestToken.PIN, "--write-object", der.toString(), "--type", "cert", "--label", "alone");
            List<Path> before = token.objects();
            host.pins().enters(TestToken.PIN);
            assertFault(ErrorCode.KEY_IN_USE, () -> listedBefore.remove(new FakeTask()));
            assertThat(token.objects()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "rutoken-lite"})
    void removalThatIsCutOff_isEndedByTheNext(String product) {
        TestToken token = inserted(product);
        try (TokenHost host = host(token)) {
            requested(host, "app-1");
            token.order("C_DestroyObject 1 late-pull");
            KeyContainer bare = withoutCertificate(host);
            host.pins().enters(TestToken.PIN);
            assertFault(ErrorCode.TOKEN_REMOVED, () -> bare.remove(new FakeTask()));
            token.order();
            token.insert();
            KeyContainer rest = withoutCertificate(host);
            host.pins().enters(TestToken.PIN);
            rest.remove(new FakeTask());
            assertThat(token.objects()).isEmpty();
        }
    }

    /** The private key of a CKA_ID that two pairs share is not known to be this pair's. */
    @Test
    void pairThatSharesItsId_stays() {
        TestToken token = inserted("generic");
        Pkcs11Tool tool = new Pkcs11Tool(token.module(), folder);
        for (String label : List.of("one", "other")) {
            tool.mustAsUser(
                    TestToken.PIN, "--keypairgen", "--key-type", "EC:prime256v1", "--id", "c0ffee", "--label", label);
        }
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN);
            assertFault(
                    ErrorCode.KEY_NOT_REMOVABLE,
                    () -> host.token().containers().getFirst().remove(new FakeTask()));
        }
        assertThat(token.objects()).hasSize(4);
    }

    private TestToken inserted(String product) {
        return TestToken.inserted(folder.resolve("cabinet"), product);
    }

    private static KeyContainer withoutCertificate(TokenHost host) {
        return host.token().containers().stream()
                .filter(each -> each.chain().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Made requested(TokenHost host, String application) {
        host.pins().enters(TestToken.PIN);
        return host.workplace()
                .renewals()
                .create(
                        new FakeTask(),
                        new RenewalOrder(
                                ORIGIN,
                                application,
                                KeyAlgorithm.EC_P256,
                                Workplace.HOLDER,
                                host.token().id(),
                                null));
    }

    private static void install(TokenHost host, Made made) {
        host.pins().enters(TestToken.PIN);
        X509CertificateHolder issued =
                AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW.minus(Duration.ofDays(1)));
        host.workplace().renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
    }

    private TokenHost host(TestToken token) {
        return new TokenHost(folder.resolve("home"), AUTHORITY.root(), token.module());
    }
}
