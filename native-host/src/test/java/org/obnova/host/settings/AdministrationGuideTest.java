// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that the administrator's guide shows are taken as they stand there. */
class AdministrationGuideTest {
    private static final Path GUIDE = Path.of("..", "installer", "doc", "administration.md");
    private static final String CHROMIUM = "abcdefghijklmnopabcdefghijklmnop";

    @TempDir
    Path folder;

    @Test
    void settingsOfTheGuide_areTaken_withEachKey() throws IOException {
        String sample = only("(?m)^    (\\{\"formatVersion\"(?:.*\\R)(?:^     .*\\R)*)")
                .replace("ID of your extension", CHROMIUM);
        Files.writeString(folder.resolve("person.json"), """
                {"formatVersion": 1, "modules": [{"path": "/home/anna/mine.so"}],
                 "sites": [{"origin": "https://persons.example", "name": {"ru": "а", "en": "a"}}]}""");
        Files.writeString(folder.resolve("administrator.json"), sample);

        Settings settings = loader().load();

        assertThat(settings.sites())
                .extracting(site -> site.origin().ascii())
                .containsExactly("https://portal.example.org");
        assertThat(settings.modules())
                .containsExactly(new ModuleSetting(Path.of("/usr/lib/librtpkcs11ecp.so"), "Рутокен", 60, false));
        assertThat(settings.extensions()).containsExactly(CHROMIUM);
        assertThat(settings.knownModules()).isFalse();
        assertThat(settings.mayRememberPin()).isFalse();
        assertThat(settings.anchors()).isEmpty();
    }

    @Test
    void lockOfExtensions_asTheGuideHasIt_leavesTheListedOnesAlone() throws IOException {
        String lock = only("`(\"locked\": \\[\"extensions\"\\][^`]*)`").replace("ID for Chromium's family", CHROMIUM);
        Files.writeString(folder.resolve("person.json"), "{\"formatVersion\":1,\"extensions\":[\"own@example.org\"]}");
        Files.writeString(folder.resolve("administrator.json"), "{\"formatVersion\": 1, " + lock + "}");

        assertThat(loader().load().extensions()).containsExactly(CHROMIUM, "extension@obnova.org");
    }

    @Test
    void change_countsFromTheNextRequestOn() throws IOException {
        SettingsLoader loader = loader();
        assertThat(loader.load().mayRememberPin()).isTrue();

        Files.writeString(folder.resolve("administrator.json"), "{\"formatVersion\":1,\"rememberPin\":\"forbidden\"}");
        assertThat(loader.load().mayRememberPin()).isFalse();

        Files.delete(folder.resolve("administrator.json"));
        assertThat(loader.load().mayRememberPin()).isTrue();
    }

    private SettingsLoader loader() {
        return new SettingsLoader(folder.resolve("person.json"), folder.resolve("administrator.json"));
    }

    private static String only(String pattern) throws IOException {
        List<String> found = Pattern.compile(pattern)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(found).as(pattern).hasSize(1);
        return found.getFirst();
    }
}
