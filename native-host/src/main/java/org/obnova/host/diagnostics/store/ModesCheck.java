// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Repair;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.platform.Directories;
import org.obnova.host.workstation.Words;

/** Whether containers and journal are this person's alone to read and write. */
public final class ModesCheck implements DiagnosticCheck {
    private static final Subject SUBJECT =
            new Subject("modes", "Доступ к ключам и журналу", "Access to keys and journal");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int DEPTH = 8;

    private final List<Path> places;

    /** Of one person. */
    public ModesCheck(Directories directories) {
        this.places = List.of(
                directories.data(),
                directories.state().resolve("renewals"),
                directories.state().resolve("pins"));
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        List<Path> wrong = wrong();
        if (wrong.isEmpty()) {
            return SUBJECT.ok("Только у вас.", "Yours alone.");
        }
        return SUBJECT.problem(
                "wrong-modes",
                new Words(
                        "Неверные права доступа: " + wrong.getFirst() + more(wrong, " и ещё "),
                        "Wrong modes: " + wrong.getFirst() + more(wrong, " and others: ")),
                new Words(
                        "Нажмите «Исправить» или выполните obnova-host doctor --repair.",
                        "Press «Repair» or run obnova-host doctor --repair."));
    }

    private static String more(List<Path> wrong, String word) {
        return wrong.size() == 1 ? "." : word + (wrong.size() - 1) + ".";
    }

    @Override
    public Optional<Repair> repair(Finding finding) {
        return Optional.of(Repair.of(() -> {
            // A folder that was closed shows what lies in it only now.
            for (List<Path> wrong = wrong(); !wrong.isEmpty(); wrong = wrong()) {
                for (Path each : wrong) {
                    Files.setPosixFilePermissions(each, wanted(each));
                }
            }
        }));
    }

    private List<Path> wrong() {
        List<Path> wrong = new ArrayList<>();
        for (Path place : places) {
            if (place.getFileSystem().supportedFileAttributeViews().contains("posix") && Files.isDirectory(place)) {
                collect(place, wrong);
            }
        }
        return wrong;
    }

    private static void collect(Path place, List<Path> wrong) {
        try {
            Files.walkFileTree(place, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return look(folder);
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return attributes.isSymbolicLink() || isLock(file) ? FileVisitResult.CONTINUE : look(file);
                }

                // What vanished meanwhile (another check's probe) has no mode, and hides nothing else.
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) {
                    return look(file);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
                    return FileVisitResult.CONTINUE;
                }

                private FileVisitResult look(Path each) {
                    if (isWrong(each)) {
                        wrong.add(each);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e); // No method of the visitor throws.
        }
    }

    private static boolean isLock(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals("lock") || name.endsWith(".lock");
    }

    /** A mode that lets others in, or keeps its owner out. */
    private static boolean isWrong(Path path) {
        try {
            Set<PosixFilePermission> modes = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            Set<PosixFilePermission> others = EnumSet.copyOf(FOLDER);
            boolean let = modes.stream().anyMatch(mode -> !others.contains(mode));
            return let || !modes.containsAll(wanted(path));
        } catch (IOException e) {
            return false;
        }
    }

    private static Set<PosixFilePermission> wanted(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? FOLDER : FILE;
    }
}
