// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.HostWindow;
import org.obnova.testkit.TokenTool;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Renewal;
import org.obnova.testkit.journey.Steps;
import org.obnova.testkit.journey.Walk;

/** A token that only stores: the container lies in its data objects, and copies go from it to a folder and from the computer to it. */
class PassiveTokenRenewalIT {
    @Test
    void renewalOntoTheToken_andACopyInAFolder() throws IOException, InterruptedException {
        Path folder = Journeys.folder("passive-token");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.PASSIVE_TOKEN)) {
            Path containers = accountant.workplace().home().containers();
            Map<String, byte[]> before = Journeys.contents(containers);

            new Walk(accountant, new Steps(System.out, accountant.person())).into(folder);

            assertThat(accountant.person().seen())
                    .as("the PIN protects the container: no password for it")
                    .contains(HostWindow.PIN, HostWindow.BACKUP_PASSWORD)
                    .doesNotContain(HostWindow.NEW_PASSWORD);
            Journeys.assertNothingNew(before, containers);
            assertThat(new TokenTool(accountant.reader()).publicObjects())
                    .as("what is seen without a PIN")
                    .contains("Certificate Object")
                    .doesNotContain("private");
        }
        Journeys.assertVerifiedByOpenssl(folder);
    }

    @Test
    void renewalOnTheComputer_andACopyOnTheToken() throws IOException, InterruptedException {
        Path folder = Journeys.folder("copy-to-token");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.COMPUTER, Medium.PASSIVE_TOKEN)) {
            accountant.reader().insert();
            Path containers = accountant.workplace().home().containers();
            Map<String, byte[]> before = Journeys.contents(containers);
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);
            renewal.issue();
            renewal.awaitIssued();
            renewal.signReceipt();
            accountant.person().knows(Accountant.CONTAINER_PASSWORD);
            renewal.install();

            accountant.person().wantsBackupOn(2);
            renewal.backUp();

            Journeys.assertOneNewContainer(before, containers);
            accountant.collect(folder);
        }
        Journeys.assertVerifiedByOpenssl(folder);
    }
}
