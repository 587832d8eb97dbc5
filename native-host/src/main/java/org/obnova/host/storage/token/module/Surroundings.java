// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What surrounds the search for modules.
 *
 * @param root where absolute paths begin: the system's root, or a folder of a test
 * @param environment the process's variables
 * @param person the user id by which the person's own files are known; -1 where the system has none
 */
public record Surroundings(
        SystemKind system, Processor processor, Path root, Map<String, String> environment, int person) {
    private static final Pattern VARIABLE = Pattern.compile("%([A-Za-z()0-9]+)%");

    /** The systems that libraries are made for. */
    public enum SystemKind {
        LINUX(LibraryFile.Format.ELF),
        WINDOWS(LibraryFile.Format.PE),
        MACOS(LibraryFile.Format.MACH_O);

        private final LibraryFile.Format format;

        SystemKind(LibraryFile.Format format) {
            this.format = format;
        }

        /** The format of its libraries. */
        public LibraryFile.Format format() {
            return format;
        }

        /** The system of that name; whatever is neither Windows nor macOS does as Linux does. */
        public static SystemKind ofName(String osName) {
            String lower = osName.toLowerCase(Locale.ROOT);
            if (lower.startsWith("windows")) {
                return WINDOWS;
            }
            return lower.startsWith("mac") ? MACOS : LINUX;
        }
    }

    /** Copies the environment. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                SystemKind.ofName(System.getProperty("os.name", "")),
                Processor.ofName(System.getProperty("os.arch", "")),
                Path.of("/"),
                System.getenv(),
                personOf(Path.of("/proc/self"), Path.of(System.getProperty("user.home", "."))));
    }

    /**
     * The path that a text of the data names, its variables put in.
     *
     * @return empty where a variable is not set
     */
    Optional<Path> at(String text) {
        StringBuilder filled = new StringBuilder();
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            String value = environment.get(variables.group(1));
            if (value == null || value.isEmpty()) {
                return Optional.empty();
            }
            variables.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        String whole = variables.appendTail(filled).toString();
        try {
            return Optional.of(root.getFileSystem().getSeparator().equals("\\") ? Path.of(whole) : under(whole));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Path under(String whole) {
        String slashed = system == SystemKind.WINDOWS ? whole.replace('\\', '/').replaceFirst("^[A-Za-z]:", "") : whole;
        return root.resolve(slashed.replaceFirst("^/+", ""));
    }

    private static int personOf(Path... owned) {
        int person = -1;
        for (int i = 0; person < 0 && i < owned.length; i++) {
            try {
                person = Files.getAttribute(owned[i], "unix:uid") instanceof Integer uid ? uid : -1;
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                person = -1; // The next one may tell.
            }
        }
        return person;
    }
}
