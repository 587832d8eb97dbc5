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
import static org.obnova.testkit.HostWindow.STORAGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.HostWindow;
import org.obnova.testkit.Person;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Pages;
import org.obnova.testkit.journey.Renewal;

/**
 * One renewal whose holder refuses in every window once, mistypes a password, and goes away in the middle. The page says in three lines what
 * happened, and the same button leads on.
 */
class CancelIT {
    private Accountant accountant;
    private Renewal renewal;
    private Pages pages;
    private Person person;

    @BeforeEach
    void sitDown() throws IOException {
        accountant = Journeys.accountant(Journeys.folder("cancel"), "gost256", 1);
        renewal = accountant.renewal();
        pages = renewal.pages();
        person = accountant.person();
    }

    @AfterEach
    void leave() {
        accountant.close();
    }

    @Test
    void refusingInEachWindow_losesNothing() throws IOException {
        Path containers = accountant.workplace().home().containers();
        Map<String, byte[]> before = Journeys.contents(containers);
        renewal.openPortal();
        renewal.pressOffer();
        renewal.logIn();
        renewal.confirmData();

        refusedConsent("sign-statement", CONSENT_SIGN);
        cancelled("sign-statement", STATEMENT, PASSWORD);
        cancelledByThePage();
        leftInTheMiddle();
        mistyped();

        withoutTheMedia();
        cancelled("issue", NEW_PASSWORD, ENTROPY);
        renewal.issue();
        assertThat(person.seen()).as("the medium chosen on the page holds").containsOnlyOnce(STORAGE);
        assertThat(renewal.pages().step()).isIn("issuing", "receipt");
        renewal.awaitIssued();
        cancelled("sign-receipt", RECEIPT, PASSWORD);
        renewal.signReceipt();
        person.knows(Accountant.CONTAINER_PASSWORD);
        cancelled("install", PASSWORD);
        renewal.install();
        refusedConsent("backup", CONSENT_BACKUP);
        cancelled("backup", BACKUP_STORAGE, PASSWORD, BACKUP_PASSWORD);
        assertThat(Journeys.contents(accountant.backup())).isEmpty();
        renewal.backUp();
        Journeys.assertOneNewContainer(before, containers);
        refusedLogin();
    }

    private void refusedConsent(String button, HostWindow window) {
        pages.press(button);
        person.refuses(window);
        assertNotice("consent_refused", window);
    }

    /** Presses the button, and cancels in each of these windows, one press after the other. */
    private void cancelled(String button, HostWindow... windows) {
        for (HostWindow window : windows) {
            pages.press(button);
            person.refuses(window);
            assertNotice("cancelled", window);
        }
    }

    private void assertNotice(String code, HostWindow window) {
        Pages.Notice notice = pages.awaitNotice();
        pages.picture("refused-" + window.name().toLowerCase(Locale.ROOT));
        assertThat(notice.code()).as(window.name()).isEqualTo(code);
        assertThat(notice.lines()).as("what happened, what is lost, what to do").hasSize(3);
        assertThat(notice.lines()).doesNotContain("");
        assertThat(notice.acts()).as("one button").containsExactly("again");
    }

    /** «Отменить» on the page closes the window, and there is nothing to explain. */
    private void cancelledByThePage() {
        pages.press("sign-statement");
        person.meets(STATEMENT);
        pages.picture("waiting");
        pages.press("cancel");
        person.awaitNoWindow();
        assertThat(pages.notice()).isEmpty();
    }

    /** A page that goes away takes its window with it. */
    private void leftInTheMiddle() {
        pages.press("sign-statement");
        person.meets(PASSWORD);
        pages.open(accountant.server().cabinet() + "/");
        person.awaitNoWindow();
        renewal.resume();
    }

    /** A wrong password is asked for again; the notice's own button begins anew, too. */
    private void mistyped() throws IOException {
        cancelled("sign-statement", STATEMENT);
        pages.pressNotice();
        person.knows("not-the-password");
        person.answers(PASSWORD);
        person.knows(accountant.oldPassword());
        person.meets(PASSWORD);
        person.attendUntil("the statement signed", () -> pages.step().equals("request"));
    }

    /** Who does not let the site see the media chooses in the host's window. */
    private void withoutTheMedia() {
        person.refuses(CONSENT_STORAGES);
        assertNotice("consent_refused", CONSENT_STORAGES);
        pages.press("issue");
        assertThat(pages.element("consent-wrong").getText()).isNotBlank();
        renewal.agree();
        refusedConsent("issue", CONSENT_RENEW);
        cancelled("issue", STORAGE);
        pages.press("media-again");
        renewal.awaitMedia();
    }

    private void refusedLogin() {
        pages.press("back-to-extern");
        renewal.pressNewCertificate();
        person.refuses(AUTHENTICATION);
        assertNotice("cancelled", AUTHENTICATION);
        renewal.pressNewCertificate();
        person.attendUntil("logged in", () -> pages.step().equals("welcome"));
    }
}
