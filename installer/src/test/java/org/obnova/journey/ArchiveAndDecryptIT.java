// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.testkit.HostWindow.ARCHIVE_PASSWORD;
import static org.obnova.testkit.HostWindow.CONSENT_DECRYPT;
import static org.obnova.testkit.HostWindow.DECRYPT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.ForeignFiles;
import org.obnova.testkit.journey.Keys;

/** An expired certificate whose key lies in a folder is copied to the computer; a document that OpenSSL encrypted to it is read after its folder is gone. */
class ArchiveAndDecryptIT {
    private static final String EXPIRED = "korableva-4.p12";
    private static final String ARCHIVE = "obnova-demo-archive";
    private static final String TEXT = "Отчёт за 2025 год. Кораблёва А. Ю.\n".repeat(40_000);

    @Test
    void oldDocument_isReadWithTheKeyOfTheArchive() throws IOException {
        Path folder = Journeys.folder("archive");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1)) {
            Path containers = accountant.workplace().home().containers();
            Keys keys = new Keys(accountant.workplace(), accountant.server());
            Path old = folder.resolve(EXPIRED);

            assertThat(keys.backUp())
                    .as("from now on the host knows the folder")
                    .contains("Копия сделана");
            assertThat(keys.copies()).singleElement().asString().contains("на месте");
            Files.move(containers.resolve(EXPIRED), old);
            Path inFolder = Files.copy(old, accountant.backup().resolve(EXPIRED));
            Map<String, byte[]> before = Journeys.contents(containers);

            accountant.person().wantsPassword(ARCHIVE);
            assertThat(keys.archive("expired")).containsExactly("archived");
            Journeys.assertOneNewContainer(before, containers);
            Files.delete(inFolder);

            Path report = Files.writeString(folder.resolve("report.txt"), TEXT);
            Path message = new ForeignFiles(old, accountant.oldPassword(), "gost256")
                    .encrypted(report, folder.resolve("report.txt.p7m"));
            accountant.person().knows(ARCHIVE);
            Path saved = keys.decrypt(message);

            assertThat(saved).hasSameBinaryContentAs(report);
            assertThat(accountant.person().seen()).contains(ARCHIVE_PASSWORD, CONSENT_DECRYPT, DECRYPT);
        }
    }
}
