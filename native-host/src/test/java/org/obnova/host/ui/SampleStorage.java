// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StorageState;
import org.obnova.host.task.Language;

/** A medium that is only looked at. */
record SampleStorage(String russian, String english, StorageKind kind, StorageState state) implements KeyStorage {
    @Override
    public String id() {
        return english;
    }

    @Override
    public String label(Language language) {
        return language == Language.RU ? russian : english;
    }

    @Override
    public List<KeyContainer> containers() {
        return List.of();
    }

    @Override
    public KeyContainer create(String label, SoftwareKey key, List<X509CertificateHolder> chain, Secret password) {
        throw new IllegalStateException("only looked at: " + label);
    }
}
