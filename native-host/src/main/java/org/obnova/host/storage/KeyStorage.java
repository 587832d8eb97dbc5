// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.List;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Language;

/** A medium that holds key containers. */
public interface KeyStorage {
    /** Opaque, stable for the medium (not for the slot or mount point), safe to show to a page. */
    String id();

    StorageKind kind();

    StorageState state();

    /** What a person calls it, e.g. «Этот компьютер». */
    String label(Language language);

    /** The containers, without asking for a password; damaged ones are left out and reported by diagnostics. */
    List<KeyContainer> containers();

    /**
     * Writes a new container that holds the key alone, durably, and reads it back.
     *
     * @param label what the container is called, e.g. the holder's name
     * @param password may be empty
     * @throws org.obnova.host.fault.Fault {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED}
     */
    KeyContainer create(String label, SoftwareKey key, Secret password);
}
