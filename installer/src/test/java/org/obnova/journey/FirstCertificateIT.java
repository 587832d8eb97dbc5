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

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.Browser;
import org.obnova.testkit.journey.FirstWalk;
import org.obnova.testkit.journey.Newcomer;
import org.obnova.testkit.journey.Steps;

/**
 * The first certificate of a natural person who has none, from the login by phone to the login with it: form, statement on paper, uploads, service centre, the operator
 * who approves and who meets the person; key, request, receipt by SMS, installation and backup with the real host.
 */
class FirstCertificateIT {
    @Test
    void firstCertificate_leavesWhatOpensslVerifies() throws IOException, InterruptedException {
        Path folder = Journeys.folder("first-issue");
        try (Newcomer newcomer =
                Newcomer.sitsDown(Browser.chosen(), folder.resolve("work"), folder.resolve("screens"), "gost256", 1)) {
            Path containers = newcomer.workplace().home().containers();
            assertThat(Journeys.contents(containers)).as("no key at all").isEmpty();

            new FirstWalk(newcomer, new Steps(System.out, newcomer.person())).into(folder);

            assertThat(newcomer.person().seen())
                    .as("each question once, in the order of the steps; nothing to sign before there is a certificate")
                    .containsExactly(
                            CONSENT_STORAGES,
                            CONSENT_RENEW,
                            NEW_PASSWORD,
                            ENTROPY,
                            PASSWORD,
                            CONSENT_BACKUP,
                            BACKUP_STORAGE,
                            PASSWORD,
                            BACKUP_PASSWORD,
                            CONSENT_SIGN,
                            AUTHENTICATION,
                            PASSWORD);
            Journeys.assertOneNewContainer(Map.of(), containers);
        }
        Journeys.assertVerifiedByOpenssl(folder, "--on-paper");
    }
}
