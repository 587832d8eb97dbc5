// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a file's generations. {@code key.p12} is generation 0, {@code key.~3.p12} generation 3; the highest counts. Only where
 * renaming is not crash-atomic are there others than 0.
 */
public final class Generations {
    private static final Pattern NUMBERED = Pattern.compile("(.+)\\.~([1-9][0-9]{0,8})(\\.[^.]+)?");
    private static final Comparator<Path> BY_NUMBER = Comparator.comparingInt(Generations::number);

    private Generations() {}

    /** The file of which this is a generation: {@code key.p12} for {@code key.~3.p12}. */
    public static Path base(Path file) {
        Matcher matcher = NUMBERED.matcher(name(file));
        if (!matcher.matches()) {
            return file;
        }
        String extension = matcher.group(3) == null ? "" : matcher.group(3);
        return file.resolveSibling(matcher.group(1) + extension);
    }

    /** Which generation this is. */
    public static int number(Path file) {
        Matcher matcher = NUMBERED.matcher(name(file));
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    }

    /** Whether this is what an unfinished write left: never to be read. */
    public static boolean isHidden(Path file) {
        String name = name(file);
        return name.startsWith(".") && name.endsWith(".new");
    }

    /** The name of the file that an unfinished write was to become; empty for any other file. */
    static Optional<String> wanted(Path file) {
        String name = name(file);
        return isHidden(file) ? Optional.of(name.substring(1, name.length() - ".new".length())) : Optional.empty();
    }

    static String hiddenName(Path file) {
        return "." + name(file) + ".new";
    }

    /** All that are there, newest last. */
    static List<Path> all(Path file) throws IOException {
        List<Path> found = new ArrayList<>();
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        Path wanted = file.toAbsolutePath();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, entry -> base(entry).equals(wanted))) {
            entries.forEach(found::add);
        }
        found.sort(BY_NUMBER);
        return found;
    }

    /** The one that counts. */
    static Optional<Path> newest(Path file) {
        try {
            List<Path> all = all(file);
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageFaults.of(e, file, 0);
        }
    }

    /** Whether the one that counts has a number: as on a medium that was copied from FAT. */
    static boolean isNumbered(Path file) {
        return newest(file).map(Generations::number).orElse(0) > 0;
    }

    /** The name for the generation after the newest; the file's own name when there is none. */
    static Path next(Path file) {
        Optional<Path> newest = newest(file);
        if (newest.isEmpty()) {
            return file;
        }
        String name = name(file);
        int dot = name.lastIndexOf('.');
        String number = ".~" + (number(newest.get()) + 1);
        return file.resolveSibling(dot <= 0 ? name + number : name.substring(0, dot) + number + name.substring(dot));
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }
}
