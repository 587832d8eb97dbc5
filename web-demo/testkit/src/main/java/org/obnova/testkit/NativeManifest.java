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

    /**
     * Writes the manifest where the browser looks for it.
     *
     * @param caller who may call the host, as {@link Browser#caller} gives it
     */
    public static Path write(Browser browser, ThrowawayHome home, Path launcher, String caller) throws IOException {
        Path file = browser.nativeManifest(home);
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
                                browser.callers(),
                                List.of(caller)));
        return file;
    }
}
