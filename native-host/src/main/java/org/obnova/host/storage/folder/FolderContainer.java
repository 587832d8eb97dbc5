// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.folder.v1.Content;
import org.obnova.host.task.Task;

/** One PKCS#12 file, as it was when it was listed; keys are read from the file anew. */
final class FolderContainer implements PasswordContainer {
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
    public SigningKey open(Task task, Purpose purpose) {
        return storage.passwords().open(task, this, purpose);
    }

    @Override
    public KeyContainer install(Task task, List<X509CertificateHolder> chain) {
        try (Secret password = storage.passwords().password(task, this, Purpose.INSTALL_CERTIFICATE);
                Task.Uncancellable _ = task.writing()) {
            return files.install(this, chain, password);
        }
    }

    @Override
    public boolean keyMayLeave() {
        return true;
    }

    @Override
    public SoftwareKey export(Task task, Purpose purpose) {
        return storage.passwords().open(task, this, purpose);
    }

    @Override
    public boolean needsPassword() {
        return content.needsPassword();
    }

    @Override
    public SoftwareKey unlock(Secret password) {
        return files.open(file, password);
    }

    /** Where the file lies; generation 0. */
    Path file() {
        return file;
    }

    private String name() {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }
}
