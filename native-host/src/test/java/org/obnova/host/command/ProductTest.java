// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProductTest {
    @Test
    void version_beThatOfTheBuildAndOfTheExtension() throws IOException {
        String parent = Files.readString(Path.of("../pom.xml"));

        assertThat(parent).containsPattern("<artifactId>obnova</artifactId>\\s*<version>" + Product.VERSION + "<");
        assertThat(new ObjectMapper()
                        .readTree(Path.of("../extension/src/manifest.json").toFile())
                        .get("version")
                        .asText())
                .isEqualTo(Product.VERSION);
    }
}
