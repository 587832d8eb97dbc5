// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.RenewalState;

/** A key that a token makes stays there, whatever the token takes of the template; a pair that could leave goes again at once. */
class KeySafetyTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    @Test
    void tokenThatSetsTheAttributesItself_makesTheKey() {
        TestToken token = inserted("own");
        try (TokenHost host = host(token)) {
            request(host);
        }
        String objects = new Pkcs11Tool(token.module(), folder).mustAsUser(TestToken.PIN, "--list-objects");
        assertThat(objects).contains("Private Key Object").contains("never extractable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ignored"})
    void tokenWhoseKeysCouldLeave_isRefused_andKeepsNoPair(String safety) {
        TestToken token = inserted(safety);
        try (TokenHost host = host(token)) {
            assertFault(ErrorCode.TOKEN_CANNOT, () -> request(host));
            assertThat(host.workplace().renewals().list(ORIGIN))
                    .extracting(each -> each.state())
                    .containsExactly(RenewalState.INTENDED);
        }
        assertThat(token.objects()).isEmpty();
        assertThat(token.calls("C_Sign")).as("nothing was signed with it").isZero();
    }

    /** The pair is made, the answer lost: nobody has looked at it when the renewal goes on. */
    @Test
    void pairThatWasNeverLookedAt_isLookedAt_beforeItMakesARequest() {
        TestToken token = inserted("none");
        try (TokenHost host = host(token)) {
            token.order("C_GenerateKeyPair 3 late-pull");
            assertFault(ErrorCode.TOKEN_REMOVED, () -> request(host));
            token.insert();
            assertThat(host.token().containers()).hasSize(1);
            assertFault(ErrorCode.TOKEN_CANNOT, () -> request(host));
        }
        assertThat(token.calls("C_Sign")).isZero();
    }

    private TestToken inserted(String safety) {
        return TestToken.inserted(folder.resolve("cabinet"), "generic").with("key-safety", safety);
    }

    private static void request(TokenHost host) {
        host.pins().enters(TestToken.PIN);
        host.workplace()
                .renewals()
                .create(
                        new FakeTask(),
                        Workplace.order(KeyAlgorithm.EC_P256, host.token().id()));
    }

    private TokenHost host(TestToken token) {
        return new TokenHost(folder.resolve("home"), AUTHORITY.root(), token.module());
    }
}
