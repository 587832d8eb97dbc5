// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The native part of the PKCS #11 wrapper. Its jar carries it for all systems, and would write it to the folder for temporary files at each start,
 * where nothing may be executed on some machines. The image carries the one for its own system, as a file.
 */
final class NativeLibrary {
    /** Where the jar has them; left out of the image's jars. */
    static final String FOLDER = "natives/";

    private static final String NAME = "pkcs11wrapper";

    private NativeLibrary() {}

    static void copy(List<Path> libraries, Path lib, Instant time) throws IOException {
        String file = System.mapLibraryName(NAME);
        String entry = FOLDER + folder() + "/release/" + file;
        for (Path library : libraries) {
            try (JarFile jar = new JarFile(library.toFile(), false)) {
                ZipEntry found = jar.getEntry(entry);
                if (found != null) {
                    Path target = lib.resolve(file);
                    try (InputStream content = jar.getInputStream(found)) {
                        Files.copy(content, target);
                    }
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
                    Files.setLastModifiedTime(target, FileTime.from(time));
                    return;
                }
            }
        }
        throw new IOException("no library brings " + entry);
    }

    private static String folder() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        if (system.contains("mac")) {
            return "unix/macosx_universal";
        }
        return system.contains("windows") ? "windows/win-" + machine : "unix/linux-" + machine;
    }
}
