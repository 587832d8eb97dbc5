// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.token.pin.PinDoubts.Doubt;

class PinDoubtFilesTest {
    private static final Doubt ANNA = Doubt.of(new RememberedPins.Key("token-1", "c-1"));
    private static final Doubt OTHER = Doubt.of(new RememberedPins.Key("token-1", "c-2"));

    @TempDir
    Path home;

    @Test
    void doubt_outliveItsHost_untilItIsRemoved() throws IOException {
        doubts().add(ANNA);
        doubts().add(ANNA);

        assertThat(doubts().holds(ANNA)).isTrue();
        assertThat(doubts().holds(OTHER)).isFalse();
        assertThat(doubts().holds(Doubt.ofAll("token-1"))).isFalse();
        try (var files = Files.list(home.resolve("doubts"))) {
            assertThat(files).allSatisfy(each -> {
                assertThat(each.getFileName().toString()).matches("[0-9a-f]{64}");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rw-------");
            });
        }

        doubts().remove(ANNA);
        doubts().remove(OTHER);
        assertThat(doubts().holds(ANNA)).isFalse();
    }

    @Test
    void doubtThatCannotBeKept_beSaid() throws IOException {
        Files.writeString(home.resolve("doubts"), "a file where the folder should be");

        assertFault(ErrorCode.STORAGE_BUSY, () -> doubts().add(ANNA));
    }

    private PinDoubtFiles doubts() {
        return new PinDoubtFiles(home.resolve("doubts"), new DurableFiles(FileActions.disk()));
    }
}
