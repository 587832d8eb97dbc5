// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/** The start script and the file with the JVM's options that it names. */
record Launcher(Path script, Path options) {
    static Launcher write(Path sources, Path image, List<Path> jars) throws IOException {
        Path options = image.resolve("lib").resolve("obnova-host.options");
        Files.copy(sources.resolve("obnova-host.options"), options, StandardCopyOption.REPLACE_EXISTING);

        String classPath = jars.stream().map(jar -> "$lib/" + jar.getFileName()).collect(Collectors.joining(":"));
        Path script = Files.createDirectories(image.resolve("bin")).resolve("obnova-host");
        Files.writeString(
                script, Files.readString(sources.resolve("obnova-host")).replace("@CLASS_PATH@", classPath));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Launcher(script, options);
    }
}
