// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.testkit.HostWindow.AUTHENTICATION;
import static org.obnova.testkit.HostWindow.BACKUP_PASSWORD;
import static org.obnova.testkit.HostWindow.BACKUP_STORAGE;
import static org.obnova.testkit.HostWindow.CONSENT_BACKUP;
import static org.obnova.testkit.HostWindow.CONSENT_RENEW;
import static org.obnova.testkit.HostWindow.CONSENT_SIGN;
import static org.obnova.testkit.HostWindow.CONSENT_STORAGES;
import static org.obnova.testkit.HostWindow.ENTROPY;
import static org.obnova.testkit.HostWindow.NEW_PASSWORD;
import static org.obnova.testkit.HostWindow.PASSWORD;
import static org.obnova.testkit.HostWindow.RECEIPT;
import static org.obnova.testkit.HostWindow.STATEMENT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Steps;
import org.obnova.testkit.journey.Walk;

/** The whole renewal without a stumble: from the button in the portal to the login with the new certificate. */
class RenewalIT {
    static Stream<String> algorithms() {
        return Journeys.withOthersInChromium("gost256", "gost512", "ec", "rsa");
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    @Tag("each-browser")
    void renewal_leavesWhatOpensslVerifies(String algorithm) throws IOException, InterruptedException {
        Path folder = Journeys.folder("renewal-" + algorithm);
        try (Accountant accountant = Journeys.accountant(folder, algorithm, 1)) {
            Path containers = accountant.workplace().home().containers();
            Map<String, byte[]> before = Journeys.contents(containers);

            new Walk(accountant, new Steps(System.out, accountant.person())).into(folder);

            assertThat(accountant.person().seen())
                    .as("each question once, in the order of the steps")
                    .containsExactly(
                            CONSENT_SIGN,
                            STATEMENT,
                            PASSWORD,
                            CONSENT_STORAGES,
                            CONSENT_RENEW,
                            NEW_PASSWORD,
                            ENTROPY,
                            RECEIPT,
                            PASSWORD,
                            PASSWORD,
                            CONSENT_BACKUP,
                            BACKUP_STORAGE,
                            PASSWORD,
                            BACKUP_PASSWORD,
                            CONSENT_SIGN,
                            AUTHENTICATION,
                            PASSWORD);
            accountant.workplace().quitBrowser();
            Journeys.awaitHostEnd(accountant);
            Journeys.assertOneNewContainer(before, containers);
        }
        Journeys.assertVerifiedByOpenssl(folder);
    }
}
