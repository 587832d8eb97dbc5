// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.testkit.HostWindow.ABANDON;
import static org.obnova.testkit.HostWindow.FOUND_KEY;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Renewal;

/**
 * A key that was begun is given up: the application goes back to the choice of a medium, with everything that was filled in and signed. A key
 * that was kept is offered again, and the journal of it all may be lost.
 */
class AbandonIT {
    /** Long enough to give up while the CA still issues. */
    private static final int ISSUING_SECONDS = 6;

    @Test
    void keyThatWasGivenUp_isOfferedAgain_andTheRenewalEndsWithOneKey() throws IOException, InterruptedException {
        Path folder = Journeys.folder("abandon");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", ISSUING_SECONDS)) {
            Path containers = accountant.workplace().home().containers();
            Map<String, byte[]> before = Journeys.contents(containers);
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);
            renewal.issue();

            renewal.giveUp();
            assertThat(accountant.person().seen()).contains(ABANDON);
            Journeys.assertOneNewContainer(before, containers);

            accountant.person().knows(Accountant.CONTAINER_PASSWORD);
            renewal.issue();
            assertThat(accountant.person().seen()).contains(FOUND_KEY);
            accountant.person().knows(accountant.oldPassword());
            renewal.awaitIssued();
            renewal.signReceipt();

            theJournalIsLost(accountant);
            accountant.person().knows(Accountant.CONTAINER_PASSWORD);
            renewal.install();
            renewal.backUp();

            accountant.collect(folder);
            Journeys.assertOneNewContainer(before, containers);
            renewal.logInWithNewCertificate();
        }
        Journeys.assertVerifiedByOpenssl(folder);
    }

    /** As on another computer whose medium holds the key: the CA has the request, and nobody here knows of the renewal. */
    private static void theJournalIsLost(Accountant accountant) throws IOException {
        accountant.workplace().killBrowser();
        Journeys.awaitHostEnd(accountant);
        accountant.workplace().home().forgetState();
        accountant.workplace().startBrowser();
        accountant.renewal().resume();
        assertThat(accountant.renewal().pages().step()).isEqualTo("install");
    }
}
