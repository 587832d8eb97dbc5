// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.folder.v1.Content;

/** One PKCS#12 file, as it was when it was listed; keys are read from the file anew. */
final class FolderContainer implements KeyContainer {
    private final FolderStorage storage;
    private final Path file;
    private final ContainerFiles files;
    private final Content content;

    /**
     * @param file the name of generation 0
     */
    FolderContainer(FolderStorage storage, Path file, ContainerFiles files, Content content) {
        this.storage = storage;
        this.file = file;
        this.files = files;
        this.content = content;
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public FolderStorage storage() {
        return storage;
    }

    @Override
    public String label() {
        if (!content.label().isBlank()) {
            return content.label();
        }
        return content.chain().isEmpty()
                ? name()
                : Holder.of(content.chain().getFirst()).displayName();
    }

    @Override
    public SubjectPublicKeyInfo publicKey() {
        return content.publicKey();
    }

    @Override
    public List<X509CertificateHolder> chain() {
        return content.chain();
    }

    @Override
    public boolean needsPassword() {
        return content.needsPassword();
    }

    @Override
    public SigningKey unlock(Secret password) {
        return files.open(file, password);
    }

    @Override
    public KeyContainer install(List<X509CertificateHolder> chain, Secret password) {
        return files.install(this, chain, password);
    }

    @Override
    public KeyContainer copyTo(KeyStorage target, Secret password, Secret newPassword) {
        if (target.containers().stream().anyMatch(each -> PublicKeys.same(each.publicKey(), publicKey()))) {
            throw new Fault(ErrorCode.BACKUP_EXISTS, "the target holds this key");
        }
        try (SoftwareKey key = files.open(file, password)) {
            return copy(target, key, newPassword);
        }
    }

    /** Where the file lies; generation 0. */
    Path file() {
        return file;
    }

    private KeyContainer copy(KeyStorage target, SoftwareKey key, Secret newPassword) {
        try {
            return target.create(label(), key, chain(), newPassword);
        } catch (Fault e) {
            if (e.code() == ErrorCode.CONTAINER_DAMAGED) {
                throw new Fault(ErrorCode.BACKUP_UNVERIFIED, "the copy did not open, and was removed", e);
            }
            throw e;
        }
    }

    private String name() {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }
}
