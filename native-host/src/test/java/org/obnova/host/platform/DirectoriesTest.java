// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoriesTest {
    private static final Path HOME = Path.of("/home/person");

    @Test
    void of_followsTheDefaultsOfXdg_onLinuxWithoutVariables() {
        Directories directories = Directories.of(Map.of("HOME", "/home/person"), "Linux", Path.of("/other"));
        assertThat(directories.data()).isEqualTo(HOME.resolve(".local/share/obnova"));
        assertThat(directories.state()).isEqualTo(HOME.resolve(".local/state/obnova"));
        assertThat(directories.config()).isEqualTo(HOME.resolve(".config/obnova"));
        assertThat(directories.runtime()).isEqualTo(HOME.resolve(".local/state/obnova/runtime/obnova"));
        assertThat(directories.containers()).isEqualTo(HOME.resolve(".local/share/obnova/containers"));
    }

    @Test
    void of_takesTheVariables_onLinux() {
        Map<String, String> environment = Map.of(
                "HOME", "/home/person",
                "XDG_DATA_HOME", "/d",
                "XDG_STATE_HOME", "/s",
                "XDG_CONFIG_HOME", "/c",
                "XDG_RUNTIME_DIR", "/run/user/1000");
        assertThat(Directories.of(environment, "Linux", HOME))
                .isEqualTo(new Directories(
                        Path.of("/d/obnova"),
                        Path.of("/s/obnova"),
                        Path.of("/c/obnova"),
                        Path.of("/run/user/1000/obnova")));
    }

    @Test
    void of_ignoresRelativeAndEmptyVariables_asTheSpecificationSays() {
        Map<String, String> environment =
                Map.of("HOME", "/home/person", "XDG_DATA_HOME", "relative", "XDG_STATE_HOME", "");
        Directories directories = Directories.of(environment, "Linux", HOME);
        assertThat(directories.data()).isEqualTo(HOME.resolve(".local/share/obnova"));
        assertThat(directories.state()).isEqualTo(HOME.resolve(".local/state/obnova"));
    }

    @Test
    void of_takesTheFallback_whereHomeIsNotSet() {
        assertThat(Directories.of(Map.of(), "Linux", HOME).config()).isEqualTo(HOME.resolve(".config/obnova"));
    }

    @Test
    void of_keepsKeysOutOfTheRoamingProfile_onWindows() {
        Map<String, String> environment = Map.of("LOCALAPPDATA", "/p/Local", "APPDATA", "/p/Roaming");
        Directories directories = Directories.of(environment, "Windows 11", HOME);
        assertThat(directories.data()).isEqualTo(Path.of("/p/Local/Obnova/Data"));
        assertThat(directories.config()).isEqualTo(Path.of("/p/Roaming/Obnova"));
    }

    @Test
    void of_usesTheLibrary_onMacOs() {
        Directories directories = Directories.of(Map.of("HOME", "/Users/person"), "Mac OS X", HOME);
        assertThat(directories.data()).isEqualTo(Path.of("/Users/person/Library/Application Support/Obnova/Data"));
    }
}
