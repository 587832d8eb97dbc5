// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The folders in which packages lie; looked into anew each time, so that a build is seen without a restart. */
public final class PackageFolders {
    private static final Set<String> UPDATES = Set.of("update.xml", "updates.json");
    private static final Pattern NAME = Pattern.compile("obnova[A-Za-z0-9._+~-]*");

    private final List<Path> folders;

    public PackageFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The packages that are there now, by kind; of several of one kind the last one by name, which is the newest version. */
    public List<PackageFile> all() {
        List<PackageFile> found = new ArrayList<>();
        for (PackageKind kind : PackageKind.values()) {
            files().stream()
                    .filter(file -> PackageKind.ofFile(nameOf(file))
                            .filter(kind::equals)
                            .isPresent())
                    .max(Comparator.comparing(PackageFolders::nameOf))
                    .ifPresent(file -> found.add(new PackageFile(kind, nameOf(file), sizeOf(file))));
        }
        return List.copyOf(found);
    }

    /** The file of one of {@link #all()}: whatever else a path may name is not found. */
    Optional<Path> file(String name) {
        return files().stream().filter(file -> nameOf(file).equals(name)).findFirst();
    }

    /** What tells browsers of the newest extension: {@code update.xml} (Chromium), {@code updates.json} (Firefox), as the build wrote it. */
    Optional<Path> updates(String name) {
        return folders.stream()
                .filter(folder -> UPDATES.contains(name))
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PackageFolders::isPackage)) {
                    entries.forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException("packages cannot be listed", e);
                }
            }
        }
        return files;
    }

    private static boolean isPackage(Path file) {
        return NAME.matcher(nameOf(file)).matches()
                && PackageKind.ofFile(nameOf(file)).isPresent()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a package cannot be read", e);
        }
    }
}
