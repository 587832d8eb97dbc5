// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What media are called towards pages. */
class PseudonymsTest {
    @TempDir
    private Path home;

    private Pseudonyms pseudonyms(String file) {
        return new Pseudonyms(home.resolve(file), new SecureRandom());
    }

    @Test
    void of_isStableOnThisComputer_andAnotherOnAnother() {
        String id = pseudonyms("a/media.key").of("serial 1");
        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(pseudonyms("a/media.key").of("serial 1")).isEqualTo(id);
        assertThat(pseudonyms("a/media.key").of("serial 2")).isNotEqualTo(id);
        assertThat(pseudonyms("b/media.key").of("serial 1")).isNotEqualTo(id);
    }

    @Test
    void theKey_isForThisPersonAlone() throws IOException {
        assertThat(pseudonyms("media.key").of("serial 1")).isNotEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("media.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void ofADamagedKey_anotherIsMade() throws IOException {
        Files.write(home.resolve("media.key"), new byte[5]);
        String id = pseudonyms("media.key").of("serial 1");
        assertThat(pseudonyms("media.key").of("serial 1")).isEqualTo(id);
    }

    @Test
    void withoutAPlaceForTheKey_idsHoldUntilTheHostEnds() throws IOException {
        Files.createDirectories(home.resolve("media.key/in/the/way"));
        Pseudonyms pseudonyms = pseudonyms("media.key");
        assertThat(pseudonyms.of("serial 1")).isEqualTo(pseudonyms.of("serial 1"));
    }
}
