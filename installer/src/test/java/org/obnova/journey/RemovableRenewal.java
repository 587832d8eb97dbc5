// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.obnova.testkit.FlashDrive;
import org.obnova.testkit.HostWindow;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Artefacts;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Pages;
import org.obnova.testkit.journey.Renewal;
import org.openqa.selenium.By;

/** The journeys with a flash drive, in a process that may mount one: {@link RemovableRenewalIT} starts it. */
final class RemovableRenewal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RemovableRenewal() {}

    /**
     * Plays a journey.
     *
     * @param arguments its name
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "pulled" -> pulledDuringTheWrite();
            case "backup" -> backupOntoADrive();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** The drive comes and goes while the page shows the media, is pulled while the key is made, and plugged in again: nothing is started anew. */
    private static void pulledDuringTheWrite() throws IOException, InterruptedException {
        Path folder = Journeys.folder("removable");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.REMOVABLE)) {
            Path computer = accountant.workplace().home().containers();
            Map<String, byte[]> before = Journeys.contents(computer);
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);
            comesAndGoes(accountant);
            pulledWhileTheKeyIsMade(accountant);
            renewal.awaitIssued();
            renewal.signReceipt();
            accountant.person().knows(Accountant.CONTAINER_PASSWORD);
            installedOnAnotherComputer(accountant);
            renewal.backUp();

            assertThat(Artefacts.containers(accountant.drive().containers()))
                    .as("one key, not two")
                    .hasSize(1);
            Journeys.assertNothingNew(before, computer);
            accountant.collect(folder);
            renewal.logInWithNewCertificate();
        }
        Journeys.assertVerifiedByOpenssl(folder);
    }

    private static void comesAndGoes(Accountant accountant) {
        Renewal renewal = accountant.renewal();
        FlashDrive drive = accountant.drive();
        renewal.awaitMedia();
        assertThat(renewal.media("removable")).as("nothing is plugged in").isEmpty();
        renewal.agree();
        drive.plug(); // Nothing is pressed: the page sees it.
        renewal.awaitMedium("removable");
        assertThat(accountant.workplace().browser().findElement(By.id("media")).getText())
                .contains("«" + FlashDrive.LABEL + "»");
        renewal.pages().scrollTo("media-again");
        renewal.pages().picture("drive-plugged");
        drive.pull();
        await("the card to go")
                .atMost(PATIENCE)
                .until(() -> renewal.media("removable").isEmpty());
        drive.plug();
        renewal.chooseMedium();
    }

    private static void pulledWhileTheKeyIsMade(Accountant accountant) {
        Renewal renewal = accountant.renewal();
        FlashDrive drive = accountant.drive();
        renewal.pages().press("issue");
        accountant.person().meets(HostWindow.NEW_PASSWORD);
        drive.pull();
        accountant
                .person()
                .attendUntil("a notice", () -> renewal.pages().notice().isPresent());
        Pages.Notice notice = renewal.pages().awaitNotice();
        renewal.pages().picture("notice-" + notice.code());
        assertThat(notice.code()).isEqualTo("storage_removed");
        assertThat(Files.exists(drive.containers()))
                .as("nothing in the folder at which it was")
                .isFalse();

        drive.plug(); // Nothing is pressed: the page goes on by itself.
        accountant
                .person()
                .attendUntil(
                        "the request sent",
                        () -> List.of("issuing", "receipt")
                                .contains(renewal.pages().step()));
    }

    /** Nobody there knows of the renewal: the CA's request and the key on the drive are enough, and the page waits for the drive. */
    private static void installedOnAnotherComputer(Accountant accountant) throws IOException {
        Renewal renewal = accountant.renewal();
        accountant.workplace().killBrowser();
        Journeys.awaitHostEnd(accountant);
        accountant.drive().pull();
        accountant.workplace().home().forgetState();
        accountant.workplace().startBrowser();
        renewal.resume();
        renewal.pages().press("install");
        accountant
                .person()
                .attendUntil("a notice", () -> renewal.pages().notice().isPresent());
        Pages.Notice notice = renewal.pages().awaitNotice();
        assertThat(notice.code()).isEqualTo("container_not_found");
        assertThat(notice.lines()).anyMatch(line -> line.contains("продолжим сами"));
        accountant.person().attendUntil("the media seen", renewal.pages()::isWaitingForMedium);
        renewal.pages().picture("drive-awaited");

        accountant.drive().plug(); // Nothing is pressed: the page goes on by itself.
        accountant
                .person()
                .attendUntil(
                        "the certificate installed",
                        () -> renewal.pages().step().equals("done"));
    }

    /** The key lies on the computer; the drive for the copy is plugged in while the host's window asks where the copy shall go. */
    private static void backupOntoADrive() throws IOException, InterruptedException {
        Path folder = Journeys.folder("copy-to-drive");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.COMPUTER, Medium.REMOVABLE)) {
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);
            renewal.issue();
            renewal.awaitIssued();
            renewal.signReceipt();
            accountant.person().knows(Accountant.CONTAINER_PASSWORD);
            renewal.install();

            accountant.person().wantsBackupOn(2);
            renewal.pages().press("backup");
            accountant.person().meets(HostWindow.BACKUP_STORAGE);
            accountant.drive().plug();
            renewal.awaitBackedUp();

            assertThat(Artefacts.containers(accountant.drive().containers())).hasSize(1);
            accountant.collect(folder);
        }
        Journeys.assertVerifiedByOpenssl(folder);
    }
}
