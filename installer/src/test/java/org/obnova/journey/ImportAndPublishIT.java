// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.HostWindow;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.ForeignFiles;
import org.obnova.testkit.journey.Keys;
import org.obnova.testkit.journey.Renewal;

/** The present key comes as a file that OpenSSL made, signs the statement, and is then put where the person's browser finds it. */
class ImportAndPublishIT {
    private static final String BROUGHT = "brought-by-openssl";
    private static final String PRESENT = "korableva-1.p12";

    @Test
    void keyFromAPfx_signsTheStatement_andCertutilFindsItInTheBrowsersStore() throws IOException, InterruptedException {
        Path folder = Journeys.folder("import");
        try (Accountant accountant = Journeys.accountant(folder, "ec", 1)) {
            Path containers = accountant.workplace().home().containers();
            Path present = Files.move(containers.resolve(PRESENT), folder.resolve(PRESENT));
            ForeignFiles openssl = new ForeignFiles(present, accountant.oldPassword(), "ec");
            String sha256 = openssl.sha256(folder);
            Path pfx = openssl.pfx(folder.resolve("key.pfx"), BROUGHT);

            Renewal renewal = accountant.renewal();
            Keys keys = new Keys(accountant.workplace(), accountant.server());
            renewal.openPortal();
            renewal.pressOffer();
            renewal.logIn();
            renewal.confirmData();
            accountant.person().namesFile(pfx).knows(BROUGHT).wantsPassword(Accountant.CONTAINER_PASSWORD);
            assertThat(keys.addFromFile()).startsWith("Ключ добавлен").doesNotContain("не подходит");
            accountant.person().knows(Accountant.CONTAINER_PASSWORD);
            renewal.signStatement();

            // Chromium makes it at its first use of a certificate.
            Path store = Files.createDirectories(
                    accountant.workplace().home().folder().resolve(".pki/nssdb"));
            certutil("-N", "-d", "sql:" + store, "--empty-password");
            assertThat(keys.publish(sha256)).anyMatch(line -> line.contains("готово"));
            assertThat(accountant.person().seen()).contains(HostWindow.IMPORT_SOURCE, HostWindow.OTHER_PROGRAMS);
            assertThat(certutil("-L", "-d", "sql:" + store)).contains("u,u,u");
            assertThat(certutil("-K", "-d", "sql:" + store)).contains(" ec ");
        }
    }

    private static String certutil(String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("certutil"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
