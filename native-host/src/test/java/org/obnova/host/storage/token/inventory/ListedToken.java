// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.NewKey;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StorageState;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** A medium that only tells that it is listed. */
record ListedToken(SeenToken seen) implements KeyStorage {
    @Override
    public String id() {
        return seen.token().serial();
    }

    @Override
    public StorageKind kind() {
        return StorageKind.TOKEN;
    }

    @Override
    public StorageState state() {
        return StorageState.READY;
    }

    @Override
    public String label(Language language) {
        return seen.label(language);
    }

    @Override
    public List<KeyContainer> containers() {
        return List.of();
    }

    @Override
    public NewKey newKey(Task task, String label) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeyContainer put(Task task, String label, SoftwareKey key, List<X509CertificateHolder> chain) {
        throw new UnsupportedOperationException();
    }
}
