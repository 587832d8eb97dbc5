// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.Hashing;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.folder.v1.Content;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** One PKCS#12 file, as it was when it was listed; keys are read from the file anew. */
final class FolderContainer implements PasswordContainer {
    private final FolderStorage storage;
    private final Path file;
    private final ContainerFiles files;
    private final Content content;
    private final boolean alone;

    /** The only key of a file. */
    FolderContainer(FolderStorage storage, Path file, ContainerFiles files, Content content) {
        this(storage, file, files, content, true);
    }

    /**
     * @param file the name of generation 0
     * @param alone whether the file holds no other key
     */
    FolderContainer(FolderStorage storage, Path file, ContainerFiles files, Content content, boolean alone) {
        this.alone = alone;
        this.storage = storage;
        this.file = file;
        this.files = files;
        this.content = content;
    }

    @Override
    public String id() {
        return alone ? name() : name() + "#" + fingerprint();
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
        return storage.reading(() -> files.open(file, password, content.publicKey()));
    }

    @Override
    public void changePassword(Task task) {
        requireOurs(ErrorCode.PASSWORD_NOT_OURS);
        storage.requireReady();
        try (Secret present = storage.passwords().password(task, this, Purpose.READ_FOR_NEW_PASSWORD);
                Secret fresh = storage.passwords().fresh(task, storage, label(), Purpose.NEW_PASSWORD);
                Task.Uncancellable _ = task.writing()) {
            task.progress(Step.WRITE, 0, 1);
            files.changePassword(this, present, fresh);
            task.progress(Step.WRITE, 1, 1);
        }
    }

    @Override
    public boolean takesCertificate() {
        return content.formatVersion() != 0;
    }

    @Override
    public void remove(Task task) {
        requireOurs(ErrorCode.KEY_NOT_REMOVABLE);
        if (!content.chain().isEmpty()) {
            throw new Fault(ErrorCode.KEY_IN_USE, "a certificate lies beside the key");
        }
        try (Task.Uncancellable _ = task.writing()) {
            files.remove(this);
        }
    }

    private void requireOurs(ErrorCode otherwise) {
        if (content.formatVersion() == 0) {
            throw new Fault(otherwise, "another program keeps the container");
        }
    }

    /** Where the file lies; generation 0. */
    Path file() {
        return file;
    }

    /** Tells the keys of one file apart. */
    private String fingerprint() {
        byte[] hash = Hashing.hash(
                NISTObjectIdentifiers.id_sha256,
                content.publicKey().getPublicKeyData().getOctets());
        return HexFormat.of().formatHex(hash, 0, 4);
    }

    private String name() {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }
}
