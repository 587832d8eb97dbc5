// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtensionUpdatesTest {
    private static final String SITE = "http://setup.localhost:8080";

    @Test
    void chromiumsFile_namesTheFileHere_andKeepsIdAndVersion() {
        assertThat(ExtensionUpdates.servedFrom(SITE, """
                        <gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
                          <app appid="abc"><updatecheck codebase="https://setup.obnova.org/extension/obnova-0.1.0.crx" version="0.1.0"/></app>
                        </gupdate>
                        """))
                .contains(
                        "<gupdate xmlns=\"http://www.google.com/update2/response\"",
                        "appid=\"abc\"",
                        "codebase=\"http://setup.localhost:8080/extension/obnova-0.1.0.crx\" version=\"0.1.0\"");
    }

    @Test
    void firefoxsFile_namesTheFileHere_andKeepsTheChecksum() {
        assertThat(ExtensionUpdates.servedFrom(
                        SITE,
                        "{\"update_link\": \"https://a.example/b/obnova-0.1.0.xpi\", \"update_hash\": \"sha256:00\"}"))
                .isEqualTo(
                        "{\"update_link\": \"http://setup.localhost:8080/extension/obnova-0.1.0.xpi\", \"update_hash\": \"sha256:00\"}");
    }

    @Test
    void otherAddresses_stay() {
        String text = "\"https://a.example/other.crx\" \"https://a.example/obnova.crx?x\" https://a.example/obnova.crx";
        assertThat(ExtensionUpdates.servedFrom(SITE, text)).isEqualTo(text);
    }
}
