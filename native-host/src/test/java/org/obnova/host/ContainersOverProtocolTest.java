// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.personalstore.nss.NssTools;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.folder.pkcs12.ForeignFile;
import org.obnova.host.transfer.ExportFormat;

/** {@code container.import}, {@code container.export}, {@code password.change}, each message held against its schema. */
class ContainersOverProtocolTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestHost host;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void start() throws IOException {
        host = new TestHost(folder.resolve("home"), InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));
        host.configure();
        Path workshop = Files.createDirectories(folder.resolve("workshop"));
        file = Files.createDirectories(folder.resolve("drive")).resolve("theirs.pfx");
        Files.write(
                file,
                new ForeignFile(workshop)
                        .key("theirs", "gost2012_256", "paramset:XA")
                        .ofOpenSsl("theirs", "secret-1", "-legacy"));
    }

    @Test
    void keyOfAFile_isCopied_getsAnotherPassword_andGoesOut() throws IOException {
        host.transfers().names(file).copies().saves(ExportFormat.TC26_PFX, folder.resolve("drive/out.pfx"));
        host.person().enters("secret-1").choosesFirst().makesUp("own");
        JsonNode imported = host.ask("container.import", TestHost.site());
        assertThat(imported.get("copied").asBoolean()).isTrue();
        assertThat(imported.get("storage").asText()).isEqualTo("computer");
        String certificate = imported.get("certificate").asText();

        host.person().enters("own").makesUp("changed");
        host.ask("password.change", TestHost.site().put("certificate", certificate));

        host.person().enters("changed").makesUp("away");
        JsonNode exported = host.ask("container.export", TestHost.site().put("certificate", certificate));
        assertThat(exported.get("fileName").asText()).isEqualTo("out.pfx");
        assertThat(exported.get("format").asText()).isEqualTo("tc26-pfx");
        assertThat(folder.resolve("drive/out.pfx")).isNotEmptyFile();
    }

    /** The site has renewed nothing: it wants a key copied, and that is what the person is asked about. */
    @Test
    void keyThatTheSiteDidNotRenew_goesToPrograms_onlyWhereKeysMayBeCopied() throws IOException {
        NssTools.database(folder.resolve("home/person/.pki/nssdb"));
        host.transfers().names(file).copies();
        host.person().enters("secret-1").choosesFirst().makesUp("own");
        JsonNode imported = host.ask("container.import", TestHost.site());
        ObjectNode wish =
                TestHost.site().put("certificate", imported.get("certificate").asText());
        wish.withObject("/site").put("document", "page-2");
        host.person().consents().clear();

        host.ask("certificate.publish", wish);

        assertThat(host.person().consents()).containsExactly(Operation.BACKUP);
    }

    @Test
    void keyOfAFile_isUsedFromWhereItLies_andListed_andItsPasswordLeftToItsProgram() throws IOException {
        host.transfers().names(file).stays();
        host.person().enters("secret-1");
        JsonNode imported = host.ask("container.import", TestHost.site());
        assertThat(imported.get("copied").asBoolean()).isFalse();
        assertThat(imported.get("storage").asText()).startsWith("folder-");
        JsonNode listed = host.ask("certificates.list", TestHost.site()).get("certificates");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("sha256")).isEqualTo(imported.get("certificate"));
        assertThat(host.fail(
                        "password.change",
                        TestHost.site()
                                .put("certificate", imported.get("certificate").asText())))
                .isEqualTo("password_not_ours");
    }

    @Test
    void whatIsNotThere_isNamed_andGivingUpIsCancelled() throws IOException {
        String nobodys = "0".repeat(64);
        assertThat(host.fail("container.export", TestHost.site().put("certificate", nobodys)))
                .isEqualTo("container_not_found");
        assertThat(host.fail("password.change", TestHost.site().put("certificate", nobodys)))
                .isEqualTo("container_not_found");
        assertThat(host.fail("container.import", TestHost.site())).isEqualTo("cancelled");
    }
}
