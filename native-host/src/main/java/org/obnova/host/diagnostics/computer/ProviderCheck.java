// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;

/**
 * Which version of CryptoPro CSP is there, if any. Obnova does not need it; whether a version is too old the service says, which is told what was found. On Linux its packages leave the version in a file of
 * their own, and dpkg knows that of their base package; as their maker's instructions describe it, not seen on a computer of ours.
 */
public final class ProviderCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("provider", "КриптоПро CSP", "CryptoPro CSP");
    private static final Pattern RELEASE = Pattern.compile("(?<![\\d.])(\\d{1,2}\\.\\d{1,2}\\.\\d{1,6})(?![\\d])");
    private static final Pattern PACKAGE = Pattern.compile(
            "^Package: lsb-cprocsp-base\\n(?:.+\\n)*?Version: (\\d{1,2}\\.\\d{1,2}\\.\\d{1,6})", Pattern.MULTILINE);

    private final List<Path> places;
    private final Path release;
    private final Path packages;

    /**
     * @param places folders of which one is there where the provider is installed
     * @param release the file with its version
     * @param packages what dpkg has installed
     */
    public ProviderCheck(List<Path> places, Path release, Path packages) {
        this.places = List.copyOf(places);
        this.release = release;
        this.packages = packages;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        if (places.stream().noneMatch(Files::isDirectory)) {
            return SUBJECT.ok("Не установлен: Обнове он не нужен.", "Not installed: Obnova does not need it.");
        }
        return found(release, RELEASE)
                .or(() -> found(packages, PACKAGE))
                .map(version -> SUBJECT.ok("Версия " + version + ".", "Version " + version + "."))
                .orElseGet(() -> SUBJECT.unknown(
                        "version",
                        "Установлен, версию узнать не удалось.",
                        "Installed, its version could not be told."));
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
