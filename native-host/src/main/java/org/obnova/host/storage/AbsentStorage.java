// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/**
 * A medium of which only the id is known: a token that was pulled.
 *
 * @param id as it was when the medium was there
 */
public record AbsentStorage(String id) implements KeyStorage {
    @Override
    public StorageKind kind() {
        return StorageKind.TOKEN;
    }

    @Override
    public StorageState state() {
        return StorageState.ABSENT;
    }

    @Override
    public String label(Language language) {
        return language == Language.RU ? "Носитель, который сейчас не подключён" : "A medium that is not connected now";
    }

    @Override
    public List<KeyContainer> containers() {
        return List.of();
    }

    @Override
    public NewKey newKey(Task task, String label) {
        throw absent();
    }

    @Override
    public KeyContainer put(Task task, String label, SoftwareKey key, List<X509CertificateHolder> chain) {
        throw absent();
    }

    private static Fault absent() {
        return new Fault(ErrorCode.STORAGE_NOT_FOUND, "the medium is not there");
    }
}
