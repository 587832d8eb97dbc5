// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts this program's Java as the launcher does, but so that it fails where the cache is refused (JEP 483, {@code -XX:AOTMode=on}). */
public final class JavaCacheTrial implements AotCacheCheck.Trial {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path java;
    private final String classPath;

    /**
     * @param java the image's
     * @param classPath as the launcher gives it: with another one the cache is refused
     */
    public JavaCacheTrial(Path java, String classPath) {
        this.java = java;
        this.classPath = classPath;
    }

    @Override
    public boolean accepts(Path lib) {
        List<String> command = List.of(
                java.toString(),
                "@" + lib.resolve("obnova-host.options"),
                "-XX:AOTCache=" + lib.resolve("obnova-host.aot"),
                "-XX:AOTMode=on",
                "-Djava.library.path=" + lib,
                "-cp",
                classPath,
                "org.obnova.host.Main",
                "--version");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
