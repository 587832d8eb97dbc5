// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import org.obnova.host.storage.KeyStorage;

/** Makes storages of removable media. */
public final class VolumeStorages {
    private final ContainerFiles files;
    private final ContainerPasswords passwords;

    VolumeStorages(ContainerFiles files, ContainerPasswords passwords) {
        this.files = files;
        this.passwords = passwords;
    }

    /** The storage on that medium; nothing is written or read yet. */
    public KeyStorage on(Volume volume) {
        return new FolderStorage(new Place.OnVolume(volume), files, passwords);
    }
}
