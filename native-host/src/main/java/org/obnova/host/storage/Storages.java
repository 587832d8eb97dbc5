// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** All media at hand: this computer first, then tokens, then removable drives, then the folders in which the person keeps keys or copies. */
public final class Storages {
    private final KeyStorage computer;
    private final Folders folders;
    private final Media tokens;
    private final Media drives;

    /** The folders that the person named; remembered between starts. */
    public interface Folders {
        /** Those remembered, absent ones too, in the order in which they were named. */
        List<KeyStorage> known();

        /**
         * The folder as a storage; remembered from now on. Made where only its last part is missing.
         *
         * @throws org.obnova.host.fault.Fault {@code STORAGE_NOT_FOUND}; {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED} of the list itself
         */
        KeyStorage at(Path folder);

        /** As {@link Media#onChange}: a folder comes, goes, or what lies there changes. */
        default StoragePrompt.Watch onChange(Runnable listener) {
            return () -> {};
        }
    }

    /** Made of the medium «this computer», of folders, of tokens, and of removable drives. */
    public Storages(KeyStorage computer, Folders folders, Media tokens, Media drives) {
        this.computer = computer;
        this.folders = folders;
        this.tokens = tokens;
        this.drives = drives;
    }

    /** Every medium: this computer, the tokens and the drives that are there, the folders, absent ones too. */
    public List<KeyStorage> all() {
        return with(tokens.present());
    }

    /** As {@link #all}, for whoever does not ask again: tokens whose drivers are just starting are waited for. */
    public List<KeyStorage> settled() {
        return with(tokens.settled());
    }

    private List<KeyStorage> with(List<KeyStorage> present) {
        List<KeyStorage> all = new ArrayList<>();
        all.add(computer);
        all.addAll(present);
        List<KeyStorage> plugged = drives.present();
        all.addAll(plugged);
        // One that the person named before the drive was known as such.
        folders.known().stream()
                .filter(folder -> plugged.stream().noneMatch(folder::isOn))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** What may be there and cannot be listed. */
    public List<NotListed> notListed() {
        List<NotListed> all = new ArrayList<>(tokens.notListed());
        all.addAll(drives.notListed());
        return List.copyOf(all);
    }

    /** As {@link Media#onChange}, for all media. */
    public StoragePrompt.Watch onChange(Runnable listener) {
        List<StoragePrompt.Watch> watches =
                List.of(tokens.onChange(listener), drives.onChange(listener), folders.onChange(listener));
        return () -> watches.forEach(StoragePrompt.Watch::close);
    }

    /** The medium of that id. */
    public Optional<KeyStorage> find(String id) {
        return all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .or(() -> tokens.settled().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst());
    }

    /**
     * What to say where something is on none of the media: where a driver failed, that is the likely cause.
     *
     * @param otherwise when none did
     */
    public Fault missing(ErrorCode otherwise, String detail) {
        return failedDriver().orElseGet(() -> new Fault(otherwise, detail));
    }

    /** Of a driver that failed, if one did: what lies on its tokens is not seen. */
    public Optional<Fault> failedDriver() {
        return notListed().stream().flatMap(each -> each.asFault().stream()).findFirst();
    }

    /** The folder as a storage, remembered from now on; that of this computer or of a drive is {@code computer} or the drive. */
    public KeyStorage folder(Path folder) {
        if (computer.isAt(folder)) {
            return computer;
        }
        return drives.present().stream()
                .filter(each -> each.isAt(folder))
                .findFirst()
                .orElseGet(() -> folders.at(folder));
    }

    /**
     * The container that holds this certificate; of several copies the one on the first medium.
     *
     * @throws Fault of a medium that cannot be read, when no other holds it
     */
    public Optional<KeyContainer> containerOf(String certificateSha256) {
        return first(each -> !each.chain().isEmpty()
                && Thumbprint.sha256(each.chain().getFirst()).equals(certificateSha256));
    }

    /**
     * The container that holds this certificate and fits best: of several copies the first that fits, where none does the first.
     *
     * @throws Fault of a medium that cannot be read, when no other holds it
     */
    public Optional<KeyContainer> containerOf(String certificateSha256, Predicate<KeyContainer> fits) {
        List<KeyContainer> found = new ArrayList<>();
        for (KeyStorage storage : all()) {
            try {
                storage.read().stream()
                        .filter(each -> !each.chain().isEmpty()
                                && Thumbprint.sha256(each.chain().getFirst()).equals(certificateSha256))
                        .forEach(found::add);
            } catch (Fault e) {
                // The others are looked at; where none holds it, what follows tells of this one.
            }
        }
        Optional<KeyContainer> fitting = found.stream().filter(fits).findFirst();
        return fitting.or(() -> found.stream().findFirst()).or(() -> containerOf(certificateSha256));
    }

    /** The medium «this computer». */
    public KeyStorage computer() {
        return computer;
    }

    /**
     * The container of the key with this mark, with or without a certificate; of several copies the one on the first medium.
     *
     * @throws Fault of a medium that cannot be read, when no other holds it
     */
    public Optional<KeyContainer> containerOf(KeyMark mark) {
        return first(each -> each.carries(mark));
    }

    /** A medium that cannot be read now is no reason not to look at the others, but one not to say that there is no such key. */
    private Optional<KeyContainer> first(Predicate<KeyContainer> wanted) {
        return first(all(), wanted).or(() -> first(tokens.settled(), wanted));
    }

    private static Optional<KeyContainer> first(List<KeyStorage> storages, Predicate<KeyContainer> wanted) {
        Fault unread = null;
        for (KeyStorage storage : storages) {
            try {
                Optional<KeyContainer> found =
                        storage.read().stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            } catch (Fault e) {
                unread = unread == null ? e : unread;
            }
        }
        if (unread != null) {
            throw unread;
        }
        return Optional.empty();
    }
}
