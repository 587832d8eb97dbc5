// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.secret.Secret;

/** A private key with, after issue, its certificate and chain. */
public interface KeyContainer {
    /** Unique in its storage and stable. */
    String id();

    KeyStorage storage();

    String label();

    SubjectPublicKeyInfo publicKey();

    /** The certificate and its issuers, leaf first; empty before issue. Read without a password. */
    List<X509CertificateHolder> chain();

    /** Whether the empty password does not open it. */
    boolean needsPassword();

    /**
     * Opens the key.
     *
     * @throws org.obnova.host.fault.Fault {@code WRONG_PASSWORD}, {@code CONTAINER_DAMAGED}, {@code CONTAINER_NEWER}
     */
    SigningKey unlock(Secret password);

    /**
     * Puts certificate and chain (leaf first) beside the key by a safe replacement, and reads them back.
     *
     * @throws org.obnova.host.fault.Fault as {@link #unlock(Secret)} and {@link KeyStorage#create}
     */
    KeyContainer install(List<X509CertificateHolder> chain, Secret password);

    /**
     * Writes a copy of key and chain to another storage under another password, opens the copy and signs with it.
     *
     * @throws org.obnova.host.fault.Fault {@code BACKUP_UNVERIFIED}, {@code BACKUP_EXISTS} and as {@link #install}
     */
    KeyContainer copyTo(KeyStorage target, Secret password, Secret newPassword);
}
