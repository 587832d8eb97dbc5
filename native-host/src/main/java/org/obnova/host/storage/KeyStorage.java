// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Language;

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

    /** The containers, without asking for a password; damaged ones are left out and reported by diagnostics. */
    List<KeyContainer> containers();

    /**
     * Writes a new container, durably. Before it counts it is read back, opened, and has signed.
     *
     * @param label what the container is called, e.g. the holder's name
     * @param chain the certificate and its issuers, leaf first; empty before issue
     * @param password may be empty
     * @throws Fault {@code STORAGE_NOT_FOUND}, {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY},
     *     {@code STORAGE_FAILED}, {@code STORAGE_BUSY}; {@code CONTAINER_DAMAGED} when what was written does not open: then it is removed
     */
    KeyContainer create(String label, SoftwareKey key, List<X509CertificateHolder> chain, Secret password);
}
