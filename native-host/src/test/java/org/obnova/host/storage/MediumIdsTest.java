// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;

class MediumIdsTest {
    private static final String RUTOKEN = "Aktiv Co.\nRutoken ECP\n3a1b5c7d";

    @TempDir
    Path home;

    @Test
    void id_beTheSameOnThisComputer_andAnotherOnEveryOther() {
        String id = ids("one").of("token", RUTOKEN);

        assertThat(id).matches("token-[0-9a-f]{24}").isEqualTo(ids("one").of("token", RUTOKEN));
        assertThat(ids("two").of("token", RUTOKEN)).isNotEqualTo(id);
        assertThat(ids("one").of("token", RUTOKEN + "0")).isNotEqualTo(id);
        assertThat(ids("one").of("drive", RUTOKEN)).isNotEqualTo(id.replace("token", "drive"));
    }

    /** What nobody without the key can compute; here by the JDK's HMAC. */
    @Test
    void id_beAnHmacOfTheInstallationsKey_whichOnlyThePersonReads() throws Exception {
        String id = ids("one").of("token", RUTOKEN);

        Path file = home.resolve("one/media.key");
        byte[] key = Files.readAllBytes(file);
        assertThat(key).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String hex = HexFormat.of().formatHex(mac.doFinal(("token\n" + RUTOKEN).getBytes(StandardCharsets.UTF_8)));
        assertThat(id).isEqualTo("token-" + hex.substring(0, 24));
    }

    @Test
    void keyOfAnotherLength_beReplaced() throws IOException {
        Files.createDirectories(home.resolve("one"));
        Files.writeString(home.resolve("one/media.key"), "damaged");

        String id = ids("one").of("token", RUTOKEN);

        assertThat(ids("one").of("token", RUTOKEN)).isEqualTo(id);
        assertThat(home.resolve("one/media.key")).hasSize(32);
    }

    /** Tokens must be seen on a full disk too. */
    @Test
    void id_beStableInThisProcess_whereNothingCanBeWritten() throws IOException {
        Files.writeString(home.resolve("one"), "a file where the folder should be");
        MediumIds ids = ids("one");

        assertThat(ids.of("token", RUTOKEN)).isEqualTo(ids.of("token", RUTOKEN)).matches("token-[0-9a-f]{24}");
    }

    private MediumIds ids(String installation) {
        Path file = home.resolve(installation).resolve("media.key");
        return new MediumIds(file, new DurableFiles(FileActions.disk()), new SecureRandom());
    }
}
