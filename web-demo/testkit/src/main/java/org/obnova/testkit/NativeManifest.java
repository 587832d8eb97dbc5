// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tells a browser's profile where the host is. */
public final class NativeManifest {
    /** The host's name in the browser. */
    public static final String NAME = "org.obnova.host";

    private NativeManifest() {}

    /** Where a Chromium profile keeps it. */
    public static Path file(Path profile) {
        return profile.resolve("NativeMessagingHosts").resolve(NAME + ".json");
    }

    /** Writes the manifest into a Chromium profile, for one extension. */
    public static Path write(Path profile, Path launcher, String extensionId) throws IOException {
        Path file = file(profile);
        Files.createDirectories(file.getParent());
        new ObjectMapper()
                .writeValue(
                        file.toFile(),
                        Map.of(
                                "name",
                                NAME,
                                "description",
                                "Obnova",
                                "path",
                                launcher.toAbsolutePath().toString(),
                                "type",
                                "stdio",
                                "allowed_origins",
                                List.of("chrome-extension://" + extensionId + "/")));
        return file;
    }
}
