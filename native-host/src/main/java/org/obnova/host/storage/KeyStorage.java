// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** A medium that holds key containers. */
public interface KeyStorage {
    /** Opaque, stable for the medium (not for the slot or mount point), safe to show to a page. */
    String id();

    StorageKind kind();

    StorageState state();

    /**
     * The medium is there and can be written.
     *
     * @throws Fault {@code STORAGE_NOT_FOUND}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FULL}
     */
    default void requireReady() {
        switch (state()) {
            case READY -> {}
            case READ_ONLY -> throw new Fault(ErrorCode.STORAGE_READ_ONLY, "the medium is write-protected");
            case FULL -> throw new Fault(ErrorCode.STORAGE_FULL, "the medium has no free room");
            case ABSENT -> throw new Fault(ErrorCode.STORAGE_NOT_FOUND, "the medium is not there");
        }
    }

    /** What a person calls it, e.g. «Этот компьютер». */
    String label(Language language);

    /** Whether this is the storage in that folder; false for tokens. */
    default boolean isAt(Path folder) {
        return false;
    }

    /** Whether this storage lies in the folders of that other one, so that both are one medium; false for tokens. */
    default boolean isOn(KeyStorage medium) {
        return false;
    }

    /** What only tokens have to tell; empty for other media. */
    default Optional<TokenFacts> token() {
        return Optional.empty();
    }

    /** The containers, without asking for a password or PIN; damaged ones are left out and reported by diagnostics. */
    List<KeyContainer> containers();

    /**
     * As {@link #containers()}, but of a medium that cannot be read now it tells so: for whoever would take a key that is not listed for one that is not there.
     *
     * @throws Fault those of tokens and drivers
     */
    default List<KeyContainer> read() {
        return containers();
    }

    /**
     * Opens the medium for a new key: asks the person for a new password, or for the token's PIN.
     *
     * @param label what the container will be called, e.g. the holder's name
     * @return closed by the caller
     * @throws Fault {@code CANCELLED}, {@code STORAGE_NOT_FOUND}, {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, those of tokens
     */
    NewKey newKey(Task task, String label);

    /**
     * Writes a copy of a key, durably, and asks the person for what protects it there. Before it counts it is read back, opened, and has signed. The task is past
     * cancelling from the first write.
     *
     * @param label what the container is called, e.g. the holder's name
     * @param chain the certificate and its issuers, leaf first
     * @throws Fault {@code CANCELLED}, {@code STORAGE_NOT_FOUND}, {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY},
     *     {@code STORAGE_FAILED}, {@code STORAGE_BUSY}, those of tokens; {@code CONTAINER_DAMAGED} when what was written does not open: then it is removed
     */
    KeyContainer put(Task task, String label, SoftwareKey key, List<X509CertificateHolder> chain);

    /**
     * Opens the medium for several copies. Where one password cannot serve them all, each copy asks the person itself.
     *
     * @param label what the window calls them together
     * @return closed by the caller
     * @throws Fault {@code CANCELLED}, {@code STORAGE_NOT_FOUND}, {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}
     */
    default Copies copies(Task task, String label) {
        requireReady();
        return new Copies() {
            @Override
            public KeyContainer put(Task each, String name, SoftwareKey key, List<X509CertificateHolder> chain) {
                return KeyStorage.this.put(each, name, key, chain);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * As {@link #put(Task, String, SoftwareKey, List)}, and tells the person what for.
     *
     * @param purpose {@code NEW_BACKUP} or {@code NEW_IMPORT}
     */
    default KeyContainer put(
            Task task, String label, SoftwareKey key, List<X509CertificateHolder> chain, Purpose purpose) {
        return put(task, label, key, chain);
    }
}
