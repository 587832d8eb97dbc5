// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.task.Task;

/**
 * A private key with, after issue, its certificate and chain. Listed without a password or PIN; where one is needed, the container asks the person itself, until
 * the right one is entered or the person gives up ({@code CANCELLED}).
 */
public interface KeyContainer {
    /** Unique in its storage and stable. */
    String id();

    KeyStorage storage();

    String label();

    SubjectPublicKeyInfo publicKey();

    /** The certificate and its issuers, leaf first; empty before issue. */
    List<X509CertificateHolder> chain();

    /** Whether the mark was that of this container's key. */
    default boolean carries(KeyMark mark) {
        return mark instanceof KeyMark.OfPublicKey(var marked) && PublicKeys.same(publicKey(), marked);
    }

    /**
     * Opens the key; the caller closes it.
     *
     * @throws Fault {@code CANCELLED}, {@code CONTAINER_DAMAGED}, {@code CONTAINER_NEWER}, those of the medium
     */
    SigningKey open(Task task, Purpose purpose);

    /**
     * Puts certificate and chain (leaf first) beside the key by a safe replacement, and reads them back. The task is past cancelling from the first write.
     *
     * @throws Fault {@code RENEWAL_CONFLICT} when another certificate is there; as {@link #open} and {@link KeyStorage#put}
     */
    KeyContainer install(Task task, List<X509CertificateHolder> chain);

    /**
     * Has the person enter the present password and, twice, a new one, and replaces the container safely: the new one is opened and has signed before the old
     * one goes. The task is past cancelling from the first write.
     *
     * @throws org.obnova.host.fault.Fault {@code PASSWORD_NOT_OURS} where the container has no password, or another program keeps it; as {@link #install}
     */
    default void changePassword(Task task) {
        throw new Fault(ErrorCode.PASSWORD_NOT_OURS, "no container of a format that is written here");
    }

    /** Whether {@link #install} can succeed: containers of other programs are only read. */
    default boolean takesCertificate() {
        return true;
    }

    /**
     * Removes a key that has no certificate, durably, with all of its container; the caller has named it to the person, who wants it so. Repeated after a crash it ends
     * what was begun; a container that is gone is no error.
     *
     * @throws Fault {@code KEY_IN_USE} when a certificate is there; {@code KEY_NOT_REMOVABLE} where this kind of container or its medium does not allow it;
     *     {@code CANCELLED}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED}, those of tokens
     */
    default void remove(Task task) {
        throw new Fault(ErrorCode.KEY_NOT_REMOVABLE, "containers of this kind are not removed");
    }

    /**
     * Whether {@link #open} gives a {@link org.obnova.host.keys.DecryptingKey}. A key that a token made does not decrypt here: what its driver is asked for is
     * signatures.
     */
    default boolean decrypts() {
        return true;
    }

    /** Whether {@link #export} can succeed: a key that a token made never leaves it. */
    boolean keyMayLeave();

    /**
     * Reads the key out, for a copy; the caller closes it.
     *
     * @throws Fault {@code KEY_NOT_EXPORTABLE}; as {@link #open}
     */
    SoftwareKey export(Task task, Purpose purpose);
}
