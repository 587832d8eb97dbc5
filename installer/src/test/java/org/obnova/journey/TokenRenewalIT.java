// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.testkit.HostWindow.AUTHENTICATION;
import static org.obnova.testkit.HostWindow.CONSENT_RENEW;
import static org.obnova.testkit.HostWindow.CONSENT_SIGN;
import static org.obnova.testkit.HostWindow.CONSENT_STORAGES;
import static org.obnova.testkit.HostWindow.ENTROPY;
import static org.obnova.testkit.HostWindow.PASSWORD;
import static org.obnova.testkit.HostWindow.PIN;
import static org.obnova.testkit.HostWindow.RECEIPT;
import static org.obnova.testkit.HostWindow.STATEMENT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.testkit.TokenTool;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Steps;
import org.obnova.testkit.journey.Walk;

/** The whole renewal with a token that makes the key itself: it never was anywhere else, and strangers see a whole pair there. */
class TokenRenewalIT {
    static Stream<String> algorithms() {
        return Journeys.withOthersInChromium("gost256", "ec");
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    @Tag("each-browser")
    void renewal_leavesTheKeyOnTheToken(String algorithm) throws IOException, InterruptedException {
        Path folder = Journeys.folder("token-" + algorithm);
        try (Accountant accountant = Journeys.accountant(folder, algorithm, 1, Medium.TOKEN)) {
            Path containers = accountant.workplace().home().containers();
            Map<String, byte[]> before = Journeys.contents(containers);

            new Walk(accountant, new Steps(System.out, accountant.person())).into(folder);

            assertThat(accountant.person().seen())
                    .as("the token's PIN once in a renewal, and once at the login to another site")
                    .containsExactly(
                            CONSENT_SIGN,
                            STATEMENT,
                            PASSWORD,
                            CONSENT_STORAGES,
                            CONSENT_RENEW,
                            PIN,
                            ENTROPY,
                            RECEIPT,
                            PASSWORD,
                            CONSENT_SIGN,
                            AUTHENTICATION,
                            PIN);
            Journeys.assertNothingNew(before, containers);
            assertThat(new TokenTool(accountant.reader()).publicObjects())
                    .as("what is seen without a PIN")
                    .contains("Certificate Object")
                    .doesNotContain("Private Key Object");
            accountant.workplace().quitBrowser();
            Journeys.awaitHostEnd(accountant);
        }
        Journeys.assertVerifiedByOpenssl(folder);
    }
}
