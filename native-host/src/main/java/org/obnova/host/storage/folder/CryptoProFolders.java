// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.folder.cryptopro.CryptoProContainer;

/** Finds the folders in which CryptoPro CSP keeps containers: {@code xxxxxxxx.000} in the medium's root. */
final class CryptoProFolders {
    private static final Set<String> FILES =
            Set.of("header.key", "masks.key", "primary.key", "name.key", "masks2.key", "primary2.key");

    /** As the reader's own limit; octets. */
    private static final long LARGEST = 64 << 10;

    private CryptoProFolders() {}

    /** The keys in this folder of the storage that tell without a password which they are; what is damaged is left out and left alone. */
    static List<KeyContainer> in(FolderStorage storage, Path folder) {
        List<KeyContainer> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, CryptoProFolders::maybe)) {
            for (Path each : entries) {
                found.addAll(keys(storage, each));
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // The medium is gone.
        }
        return found;
    }

    private static List<KeyContainer> keys(FolderStorage storage, Path container) {
        try {
            return CryptoProKey.of(storage, container, read(container));
        } catch (Fault e) {
            return List.of(); // Damaged: the others are not.
        }
    }

    /**
     * Reads one container.
     *
     * @throws Fault {@code STORAGE_FAILED}, {@code CONTAINER_DAMAGED}, {@code CONTAINER_UNSUPPORTED}
     */
    static CryptoProContainer read(Path container) {
        Map<String, byte[]> files = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(container, Files::isRegularFile)) {
            for (Path each : entries) {
                // A diskette of FAT shows names in capitals.
                String name = name(each).toLowerCase(Locale.ROOT);
                if (FILES.contains(name) && Files.size(each) <= LARGEST) {
                    files.put(name, Files.readAllBytes(each));
                }
            }
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "a container could not be read", e);
        }
        return CryptoProContainer.read(files);
    }

    private static boolean maybe(Path folder) {
        return isNamedSo(folder) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && hasHeader(folder);
    }

    /** Whether folders of that name are looked at. */
    static boolean isNamedSo(Path folder) {
        return name(folder).matches("(?i).+\\.[0-9]{3}");
    }

    /** Whether a container lies in the folder, damaged or not. */
    static boolean hasHeader(Path folder) {
        return Files.exists(folder.resolve("header.key")) || Files.exists(folder.resolve("HEADER.KEY"));
    }

    /** Whether the file is one of a container's. */
    static boolean isFileOf(Path file) {
        Path parent = file.getParent();
        return parent != null && FILES.contains(name(file).toLowerCase(Locale.ROOT)) && hasHeader(parent);
    }

    private static String name(Path path) {
        return Objects.requireNonNull(path.getFileName(), "an entry has a name").toString();
    }
}
