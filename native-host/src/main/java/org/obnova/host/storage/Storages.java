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

/** All media at hand: this computer first, then tokens, then the folders in which the person keeps keys or copies. */
public final class Storages {
    private final KeyStorage computer;
    private final Folders folders;
    private final Media tokens;

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
    }

    /** Made of the medium «this computer», of folders, and of tokens. */
    public Storages(KeyStorage computer, Folders folders, Media tokens) {
        this.computer = computer;
        this.folders = folders;
        this.tokens = tokens;
    }

    /** Every medium: this computer, the tokens that are there, the folders, absent ones too. */
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
        all.addAll(folders.known());
        return List.copyOf(all);
    }

    /** What may be there and cannot be listed. */
    public List<NotListed> notListed() {
        return tokens.notListed();
    }

    /** As {@link Media#onChange}. */
    public StoragePrompt.Watch onChange(Runnable listener) {
        return tokens.onChange(listener);
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
        return notListed().stream()
                .flatMap(each -> each.asFault().stream())
                .findFirst()
                .orElseGet(() -> new Fault(otherwise, detail));
    }

    /** The folder as a storage, remembered from now on; the computer's own folder is {@code computer}. */
    public KeyStorage folder(Path folder) {
        return computer.isAt(folder) ? computer : folders.at(folder);
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
