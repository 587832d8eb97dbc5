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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.HostWindow;
import org.obnova.testkit.Person;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Renewal;

/**
 * One renewal whose browser is killed at each step, and inside each of the host's windows. Each time the host ends by itself, and a new browser
 * goes on from the cabinet's page; what came of it in the end is what comes of a renewal without a stumble.
 */
class InterruptedRenewalIT {
    /** Long enough that the browser dies while the CA still issues. */
    private static final int ISSUING_SECONDS = 4;

    private Path folder = Path.of("");
    private Accountant accountant;
    private Renewal renewal;

    @BeforeEach
    void sitDown() throws IOException {
        folder = Journeys.folder("interrupted");
        accountant = Journeys.accountant(folder, "gost256", ISSUING_SECONDS);
        renewal = accountant.renewal();
    }

    @AfterEach
    void leave() {
        accountant.close();
    }

    @Test
    void browserKilledAtEachStep_renewalGoesOn() throws IOException, InterruptedException {
        Path containers = accountant.workplace().home().containers();
        Map<String, byte[]> before = Journeys.contents(containers);

        comeToTheStatement();
        interruptedIn("sign-statement", CONSENT_SIGN, STATEMENT, PASSWORD);
        renewal.signStatement();
        makeKeyAndRequest();
        renewal.awaitIssued();
        interruptedIn("sign-receipt", RECEIPT, PASSWORD);
        renewal.signReceipt();
        accountant.person().knows(Accountant.CONTAINER_PASSWORD);
        interruptedIn("install", PASSWORD);
        renewal.install();
        interruptedIn("backup", CONSENT_BACKUP, BACKUP_STORAGE, PASSWORD, BACKUP_PASSWORD);
        renewal.backUp();
        browserDies();
        resumeAt("done");

        accountant.collect(folder);
        Journeys.assertVerifiedByOpenssl(folder);
        Journeys.assertOneNewContainer(before, containers);
        assertOneRenewalInTheJournal();
        logInAtThePortal();
    }

    private void comeToTheStatement() {
        renewal.openPortal();
        browserDies();
        renewal.openPortal();
        renewal.pressOffer();
        browserDies();
        renewal.openPortal();
        renewal.pressOffer();
        renewal.logIn();
        browserDies();
        resumeAt("introduction");
        renewal.begin();
        browserDies();
        resumeAt("data");
        renewal.confirmData();
    }

    private void makeKeyAndRequest() throws IOException {
        accountant.person().meets(CONSENT_STORAGES);
        browserDies();
        resumeAt("request");
        for (HostWindow window : new HostWindow[] {CONSENT_RENEW, NEW_PASSWORD, ENTROPY}) {
            pressIssue();
            accountant.person().meets(window);
            browserDies();
            resumeAt("request");
        }
        killedWhileTheKeyIsMade();
        accountant.person().knows(accountant.oldPassword());
        browserDies();
        renewal.resume();
        assertThat(renewal.pages().step()).isIn("issuing", "receipt");
    }

    /** Nobody knows how far the host came but its journal: from before the key to the request that has arrived. */
    private void killedWhileTheKeyIsMade() {
        Person person = accountant.person();
        person.knows(Accountant.CONTAINER_PASSWORD);
        pressIssue();
        person.meets(ENTROPY);
        person.attendUntil("enough entropy", () -> !person.isOpen(ENTROPY));
        browserDies();
        renewal.resume();
        if (renewal.pages().step().equals("request")) {
            renewal.issue();
        }
        assertThat(renewal.pages().step()).isIn("issuing", "receipt");
    }

    private void pressIssue() {
        renewal.awaitMedia();
        renewal.agree();
        renewal.pages().press("issue");
    }

    /** Presses a button of the step; the browser dies in each of these windows, one press after the other. */
    private void interruptedIn(String button, HostWindow... windows) {
        String step = renewal.pages().step();
        browserDies();
        resumeAt(step);
        for (HostWindow window : windows) {
            renewal.pages().press(button);
            accountant.person().meets(window);
            browserDies();
            resumeAt(step);
        }
    }

    private void browserDies() {
        accountant.workplace().killBrowser();
        Journeys.awaitHostEnd(accountant);
        assertThat(accountant.person().seesWindow())
                .as("a window without its browser")
                .isFalse();
        accountant.workplace().startBrowser();
    }

    private void resumeAt(String step) {
        renewal.resume();
        assertThat(renewal.pages().step()).isEqualTo(step);
    }

    private void assertOneRenewalInTheJournal() throws IOException {
        try (var journal = Files.list(accountant.workplace().home().renewals())) {
            assertThat(journal.filter(Files::isDirectory)).hasSize(1);
        }
    }

    /** The portal knows exactly one new certificate, and lets her in with it. */
    private void logInAtThePortal() {
        renewal.pages().press("back-to-extern");
        renewal.pressNewCertificate();
        accountant.person().meets(AUTHENTICATION);
        assertThat(renewal.newCertificates()).hasSize(1);
        browserDies();
        renewal.resume();
        renewal.logInWithNewCertificate();
    }
}
