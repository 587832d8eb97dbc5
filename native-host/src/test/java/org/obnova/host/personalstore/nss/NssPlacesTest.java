// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.personalstore.nss.NssPlaces.Database;

class NssPlacesTest {
    @TempDir
    Path home;

    @Test
    void databases_beFound_whereProgramsKeepThem() throws IOException {
        Path shared = database(".pki/nssdb");
        Path snap = database("snap/chromium/current/.pki/nssdb");
        Path profile = database(".mozilla/firefox/ab12.default-esr");
        Path elsewhere = database("elsewhere/work");
        database(".mozilla/firefox/not-in-the-list");
        profiles(".mozilla/firefox", """
                [Install4F96D1932A9F858E]
                Default=ab12.default-esr
                Locked=1

                [Profile1]
                Name=работа
                IsRelative=0
                Path=%s

                [Profile0]
                Name=default-esr
                IsRelative=1
                Path=ab12.default-esr

                [Profile2]
                Name=never started
                IsRelative=1
                Path=cd34.new

                [General]
                StartWithLastProfile=1
                """.formatted(elsewhere));

        assertThat(databases(Map.of()))
                .containsExactly(
                        new Database("Chromium, Google Chrome", "", shared),
                        new Database("Chromium (Snap)", "", snap),
                        new Database("Firefox", "работа", elsewhere),
                        new Database("Firefox", "default-esr", profile));
    }

    @Test
    void foldersOfXdg_beHeeded_whenTheyAreAbsolute() throws IOException {
        Path usual = database(".local/share/pki/nssdb");
        Path own = database("own/pki/nssdb");
        String data = home.resolve("own").toString();

        assertThat(databases(Map.of())).extracting(Database::folder).containsExactly(usual);
        assertThat(databases(Map.of("XDG_DATA_HOME", data)))
                .extracting(Database::folder)
                .containsExactly(own);
        assertThat(databases(Map.of("XDG_DATA_HOME", "own")))
                .extracting(Database::folder)
                .containsExactly(usual);
    }

    @Test
    void oneDatabaseUnderTwoNames_beListedOnce() throws IOException {
        Path shared = database(".pki/nssdb");
        Files.createDirectories(home.resolve(".local/share/pki"));
        Files.createSymbolicLink(home.resolve(".local/share/pki/nssdb"), shared);

        assertThat(databases(Map.of())).hasSize(1);
    }

    @Test
    void listThatIsNoList_beNoReasonToFail() throws IOException {
        profiles(".mozilla/firefox", "[Profile0]\nPath\n=x\n[Profile1]\nPath=a\u0000b\nName=x\n");

        assertThat(databases(Map.of())).isEmpty();
    }

    private List<Database> databases(Map<String, String> environment) {
        return new NssPlaces(home, environment).databases();
    }

    private Path database(String folder) throws IOException {
        Path made = Files.createDirectories(home.resolve(folder));
        Files.writeString(made.resolve("cert9.db"), "");
        return made;
    }

    private void profiles(String folder, String text) throws IOException {
        Files.createDirectories(home.resolve(folder));
        Files.writeString(home.resolve(folder).resolve("profiles.ini"), text);
    }
}
