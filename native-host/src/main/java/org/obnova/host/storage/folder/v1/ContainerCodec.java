// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;

/** Writes and reads containers. */
public final class ContainerCodec {
    /** Writes a container; the label and the chain are readable without the password. */
    public byte[] seal(
            SoftwareKey key, List<X509CertificateHolder> chain, String label, Secret password, SecureRandom random) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }

    /**
     * Reads what lies open.
     *
     * @throws org.obnova.host.fault.Fault {@code CONTAINER_DAMAGED}, {@code CONTAINER_NEWER}, {@code CONTAINER_UNSUPPORTED}
     */
    public Content inspect(byte[] container) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }

    /**
     * Opens the key; the caller closes it.
     *
     * @throws org.obnova.host.fault.Fault {@code WRONG_PASSWORD} and as {@link #inspect(byte[])}
     */
    public SoftwareKey open(byte[] container, Secret password) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
