// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code browsers.json} as {@link Browsers} reads it. */
class BrowsersTest {
    private static List<Browser> on(OperatingSystem system, Map<String, String> environment) {
        return Browsers.on(new SystemRoot(Path.of("/"), Path.of("/home/anna"), environment, system));
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void everyKnownBrowser_isThere_withPlacesOnEachSystem(OperatingSystem system) {
        assertThat(on(system, Map.of()))
                .extracting(Browser::id)
                .containsExactlyInAnyOrder(
                        "chrome",
                        "chromium",
                        "edge",
                        "yandex",
                        "chromium-gost",
                        "atom",
                        "brave",
                        "vivaldi",
                        "opera",
                        "firefox");
        for (Browser each : on(system, Map.of())) {
            assertThat(each.programs()).as(each.id()).isNotEmpty();
            if (system == OperatingSystem.WINDOWS) {
                assertThat(each.registry().manifests()).as(each.id()).startsWith("Software\\");
            } else {
                assertThat(each.userManifests()).as(each.id()).isNotEmpty().allMatch(Path::isAbsolute);
                assertThat(each.systemManifests()).as(each.id()).isNotEmpty().allMatch(Path::isAbsolute);
            }
        }
    }

    @Test
    void sandboxes_nameTheCommandThatThePersonRuns() {
        Browser firefox = on(OperatingSystem.LINUX, Map.of()).getLast();
        assertThat(firefox.sandboxes())
                .extracting(Browser.Sandbox::permission)
                .containsExactly(
                        "flatpak permission-set webextensions org.obnova.host snap.firefox yes",
                        "flatpak override --user --talk-name=org.freedesktop.Flatpak org.mozilla.firefox");
    }

    @Test
    void placesOfThePerson_followTheEnvironment() {
        Browser chromium = on(OperatingSystem.LINUX, Map.of("XDG_CONFIG_HOME", "/srv/config")).stream()
                .filter(each -> each.id().equals("chromium"))
                .findFirst()
                .orElseThrow();
        assertThat(chromium.userManifests()).containsExactly(Path.of("/srv/config/chromium/NativeMessagingHosts"));
    }
}
