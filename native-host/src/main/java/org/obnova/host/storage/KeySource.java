// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;

/** A file or folder with keys in it that the person named. It is read, never written to. */
public interface KeySource {
    /**
     * A key inside.
     *
     * @param label what a person calls it; the name of the file where nothing better is known
     * @param chain the certificate and its issuers, leaf first; empty where there is none
     * @param mayLeave whether it may be copied
     */
    record Found(String label, SubjectPublicKeyInfo publicKey, List<X509CertificateHolder> chain, boolean mayLeave) {}

    /** The name of the file or folder, without what lies above. */
    String name();

    /** The folder in which it lies: as a medium it lists the keys, where {@link #canStay}. */
    Path folder();

    /** Whether the empty password does not open it. */
    boolean needsPassword();

    /**
     * What is inside; at least one key.
     *
     * @throws org.obnova.host.fault.Fault {@code WRONG_PASSWORD}, {@code CONTAINER_DAMAGED}, {@code CONTAINER_UNSUPPORTED}, {@code CONTAINER_WITHOUT_KEY}
     */
    List<Found> open(Secret password);

    /**
     * Opens one of the keys, which has signed; the caller closes it.
     *
     * @throws org.obnova.host.fault.Fault as {@link #open}
     */
    SoftwareKey key(Found found, Secret password);

    /** Whether its keys can be listed from where it lies. */
    boolean canStay();

    /**
     * Has its keys listed from now on without a password; each use asks for it.
     *
     * @throws org.obnova.host.fault.Fault those of writing the host's own state
     */
    void remember(List<Found> found);

    /** Opens sources. */
    interface Opening {
        /**
         * Reads what the person named.
         *
         * @throws org.obnova.host.fault.Fault {@code CONTAINER_UNKNOWN} also where nothing lies, {@code CONTAINER_DAMAGED}, {@code CONTAINER_NEWER},
         *     {@code CONTAINER_UNSUPPORTED}, {@code CONTAINER_WITHOUT_KEY}, {@code STORAGE_FAILED}
         */
        KeySource at(Path path);
    }
}
