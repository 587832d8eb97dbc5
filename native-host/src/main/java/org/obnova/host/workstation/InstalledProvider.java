// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CryptoPro CSP, as it may be installed. On Linux its packages leave the version in a file of their own, and dpkg knows that of their base package; as their maker's instructions describe it, not seen on a
 * computer of ours.
 *
 * @param places folders of which one is there where the provider is installed
 * @param release the file with its version
 * @param packages what dpkg has installed
 */
public record InstalledProvider(List<Path> places, Path release, Path packages) {
    private static final Pattern RELEASE = Pattern.compile("(?<![\\d.])(\\d{1,2}\\.\\d{1,2}\\.\\d{1,6})(?![\\d])");
    private static final Pattern PACKAGE = Pattern.compile(
            "^Package: lsb-cprocsp-base\\n(?:.+\\n)*?Version: (\\d{1,2}\\.\\d{1,2}\\.\\d{1,6})", Pattern.MULTILINE);

    /** Copies the places. */
    public InstalledProvider {
        places = List.copyOf(places);
    }

    /** Where it is installed on this computer. */
    public static InstalledProvider at(SystemRoot root) {
        return new InstalledProvider(
                List.of(root.at("/opt/cprocsp"), root.at("/Program Files/Crypto Pro/CSP")),
                root.at("/etc/opt/cprocsp/release"),
                root.at("/var/lib/dpkg/status"));
    }

    /** Whether it is there. */
    public boolean isThere() {
        return places.stream().anyMatch(Files::isDirectory);
    }

    /** Its version, three numbers; empty where it is not there or does not say one. */
    public Optional<String> version() {
        return isThere() ? found(release, RELEASE).or(() -> found(packages, PACKAGE)) : Optional.empty();
    }

    private static Optional<String> found(Path file, Pattern version) {
        try {
            Matcher there = version.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return there.find() ? Optional.of(there.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
