// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the built parts lie.
 *
 * @param root the project's folder
 */
public record Checkout(Path root) {
    /** The folder named by the system property {@code obnova.root}, or else the nearest one above the working folder. */
    public static Checkout find() {
        return atHand().orElseThrow(() -> new IllegalStateException("not inside the project; set -Dobnova.root"));
    }

    /** As {@link #find()}, where there is one. */
    public static Optional<Checkout> atHand() {
        String named = System.getProperty("obnova.root");
        if (named != null) {
            return Optional.of(new Checkout(Path.of(named).toAbsolutePath().normalize()));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("native-host")) && Files.isDirectory(folder.resolve("web-demo"))) {
                return Optional.of(new Checkout(folder));
            }
        }
        return Optional.empty();
    }

    /** The packaged host's launcher. */
    public Path launcher() {
        Path launcher = root.resolve("native-host/target/obnova-host/bin/obnova-host");
        if (!Files.isExecutable(launcher)) {
            throw new IllegalStateException("the host is not built: mvn -pl native-host package");
        }
        return launcher;
    }

    /** The folders into which builds put packages of the application and of the extension; they may be missing. */
    public List<Path> packages() {
        return List.of(root.resolve("installer/target"), root.resolve("extension/target"));
    }

    /** The PKCS#11 module of the test token. */
    public Path testToken() {
        Path module = root.resolve("native-host/target/test-token/libobnova-test-token.so");
        if (!Files.exists(module)) {
            throw new IllegalStateException(
                    "the test token is not built: bash native-host/src/test/native/build.sh native-host/target/test-token");
        }
        return module;
    }

    /** The extension's sources, which the browser can load as they are. */
    public Path extension() {
        return root.resolve("extension/src");
    }
}
