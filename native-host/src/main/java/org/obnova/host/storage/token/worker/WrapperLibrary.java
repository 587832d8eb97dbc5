// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The wrapper's own native part. The image has it beside its jars (java.library.path); only a developer's class path takes it out of the jar. */
@SuppressWarnings("restricted") // Native access is granted by the start command.
final class WrapperLibrary {
    private static final String NAME = "pkcs11wrapper";

    private WrapperLibrary() {}

    /** Loads it. */
    static void load() throws IOException {
        try {
            System.loadLibrary(NAME);
        } catch (UnsatisfiedLinkError notInPath) {
            loadFromJar(notInPath);
        }
    }

    private static void loadFromJar(UnsatisfiedLinkError notInPath) throws IOException {
        String file = System.mapLibraryName(NAME);
        try (InputStream packed =
                WrapperLibrary.class.getResourceAsStream("/natives/" + folder() + "/release/" + file)) {
            if (packed == null) {
                throw notInPath;
            }
            Path folder = Files.createTempDirectory("obnova-driver-");
            Path unpacked = folder.resolve(file);
            try {
                Files.copy(packed, unpacked);
                System.load(unpacked.toString());
            } finally {
                // Once loaded it needs no name.
                Files.deleteIfExists(unpacked);
                Files.deleteIfExists(folder);
            }
        }
    }

    private static String folder() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").replace("amd64", "x86_64");
        if (system.contains("mac")) {
            return "unix/macosx_universal";
        }
        return system.contains("windows") ? "windows/win-" + machine : "unix/linux-" + machine;
    }
}
