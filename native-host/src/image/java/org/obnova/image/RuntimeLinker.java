// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;

/** Links the Java runtime that the image carries. */
final class RuntimeLinker {
    /**
     * Modules that no class names: {@code jdk.accessibility} for screen readers, {@code jdk.localedata} for dates in
     * Russian (only English lies in {@code java.base}).
     */
    private static final List<String> UNNAMED = List.of("jdk.accessibility", "jdk.localedata");

    private RuntimeLinker() {}

    /** Links it, and returns its {@code java}. */
    static Path link(List<Path> jars, Path runtime) {
        Set<String> modules = new TreeSet<>(UNNAMED);
        modules.addAll(modulesOf(jars));
        run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", modules),
                        "--include-locales=en,ru",
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        runtime.toString()));
        return runtime.resolve("bin").resolve("java");
    }

    private static List<String> modulesOf(List<Path> jars) {
        List<String> arguments = new ArrayList<>(List.of(
                "--print-module-deps",
                // The libraries have optional parts for things that the image does not carry.
                "--ignore-missing-deps",
                "--multi-release",
                String.valueOf(Runtime.version().feature())));
        jars.forEach(jar -> arguments.add(jar.toString()));
        return List.of(run("jdeps", arguments).strip().split(","));
    }

    private static String run(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("a full JDK is needed: " + name + " is missing"));
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = tool.run(new PrintWriter(output), new PrintWriter(errors), arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(name + " failed: " + output + errors);
        }
        return output.toString();
    }
}
