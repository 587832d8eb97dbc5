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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.Generations;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.Copies;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.NewKey;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.folder.v1.Content;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** PKCS#12 files in one folder, and containers of CryptoPro CSP beside them. Listing asks for no password; a file that cannot be read is left out of the list and left alone. */
public final class FolderStorage implements KeyStorage {
    /** A container has some ten kilobytes; a folder of the person's may hold anything. */
    private static final long LARGEST = 1 << 20;

    /** Below this a new container may not find room. */
    private static final long LEAST_ROOM = 64 << 10;

    private final Place place;
    private final ContainerFiles files;
    private final ContainerPasswords passwords;

    /** Makes no folder yet. */
    FolderStorage(Place place, ContainerFiles files, ContainerPasswords passwords) {
        this.place = place;
        this.files = files;
        this.passwords = passwords;
    }

    @Override
    public String id() {
        return place.id();
    }

    @Override
    public StorageKind kind() {
        return place.kind();
    }

    @Override
    public StorageState state() {
        try {
            Optional<Path> there = place.present();
            if (there.isEmpty()) {
                return StorageState.ABSENT;
            }
            if (!Files.isWritable(there.get())
                    || Files.getFileStore(there.get()).isReadOnly()) {
                return StorageState.READ_ONLY;
            }
            boolean full = Files.getFileStore(there.get()).getUsableSpace() < LEAST_ROOM;
            return full ? StorageState.FULL : StorageState.READY;
        } catch (IOException e) {
            return StorageState.ABSENT;
        }
    }

    @Override
    public String label(Language language) {
        return place.label(language);
    }

    @Override
    public boolean isAt(Path other) {
        return place.searched().stream().anyMatch(each -> isSame(each, other));
    }

    @Override
    public boolean isOn(KeyStorage medium) {
        return medium instanceof FolderStorage other && other.isAt(place.folder());
    }

    @Override
    public List<KeyContainer> containers() {
        return place.searched().stream().flatMap(each -> in(each).stream()).toList();
    }

    @Override
    public NewKey newKey(Task task, String label) {
        requireReady();
        return new NewFile(this, label, passwords.fresh(task, this, label, Purpose.NEW_KEY));
    }

    @Override
    public KeyContainer put(Task task, String label, SoftwareKey key, List<X509CertificateHolder> chain) {
        return put(task, label, key, chain, Purpose.NEW_BACKUP);
    }

    @Override
    public KeyContainer put(
            Task task, String label, SoftwareKey key, List<X509CertificateHolder> chain, Purpose purpose) {
        requireReady();
        try (Secret password = passwords.fresh(task, this, label, purpose);
                Task.Uncancellable _ = task.writing()) {
            return files.create(this, label, key, chain, password);
        }
    }

    @Override
    public Copies copies(Task task, String label) {
        requireReady();
        Secret password = passwords.fresh(task, this, label, Purpose.NEW_ARCHIVE);
        return new Copies() {
            @Override
            public KeyContainer put(Task each, String name, SoftwareKey key, List<X509CertificateHolder> chain) {
                requireReady();
                try (Task.Uncancellable _ = each.writing()) {
                    return files.create(FolderStorage.this, name, key, chain, password);
                }
            }

            @Override
            public void close() {
                password.close();
            }
        };
    }

    /** The files. */
    ContainerFiles files() {
        return files;
    }

    /** Asks for passwords. */
    ContainerPasswords passwords() {
        return passwords;
    }

    /** Where new files go. */
    Path folder() {
        return place.folder();
    }

    /**
     * Reads from the medium.
     *
     * @throws Fault {@code STORAGE_REMOVED} where it failed because the drive is not there any more; that of the reading otherwise
     */
    <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (Fault e) {
            if (e.code() == ErrorCode.STORAGE_FAILED) {
                requireThere();
            }
            throw e;
        }
    }

    /** Whether the drive has gone and its folder, which is one of the computer's, is still there. */
    boolean isBare() {
        return place instanceof Place.OnVolume on && on.isBare();
    }

    /** Removes the folder that was made where the drive had been, if it is empty. */
    void removeBareFolder() {
        try {
            if (!folder().equals(place.searched().getLast())) {
                Files.deleteIfExists(folder());
            }
        } catch (IOException e) {
            return; // Not empty: then it was not made now.
        }
    }

    /**
     * A medium that comes and goes is there.
     *
     * @throws Fault {@code STORAGE_REMOVED}
     */
    void requireThere() {
        if (place instanceof Place.OnVolume && place.present().isEmpty()) {
            throw new Fault(ErrorCode.STORAGE_REMOVED, "the drive is not there any more");
        }
    }

    private List<KeyContainer> in(Path folder) {
        SortedMap<Path, List<Path>> generations = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, FolderStorage::maybeContainer)) {
            for (Path each : entries) {
                generations
                        .computeIfAbsent(Generations.base(each), base -> new ArrayList<>())
                        .add(each);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // The medium is gone.
        }
        List<KeyContainer> found = new ArrayList<>();
        ContainerFiles.Listing listing = files.listing();
        generations.forEach((base, candidates) -> found.addAll(newestWhole(base, candidates, listing)));
        found.addAll(CryptoProFolders.in(this, folder));
        return found;
    }

    private List<KeyContainer> newestWhole(Path base, List<Path> candidates, ContainerFiles.Listing listing) {
        candidates.sort(Comparator.comparingInt(Generations::number).reversed());
        for (Path each : candidates) {
            try {
                List<Content> keys = listing.inspect(each);
                return keys.stream()
                        .<KeyContainer>map(key -> new FolderContainer(this, base, files, key, keys.size() == 1))
                        .toList();
            } catch (Fault e) {
                // Damaged, newer or foreign: the generation before it may be whole.
            }
        }
        return List.of();
    }

    /** Whether files of that name are looked at. */
    static boolean isNamedSo(Path file) {
        String name = Objects.requireNonNull(file.getFileName(), "an entry has a name")
                .toString()
                .toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    private static boolean maybeContainer(Path file) throws IOException {
        return isNamedSo(file)
                && !Generations.isHidden(file)
                // What a link on a drive leads to lies elsewhere: it is no copy.
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) <= LARGEST;
    }

    private static boolean isSame(Path folder, Path other) {
        try {
            return Files.isSameFile(folder, other);
        } catch (IOException e) {
            return folder.equals(other.toAbsolutePath().normalize());
        }
    }
}
