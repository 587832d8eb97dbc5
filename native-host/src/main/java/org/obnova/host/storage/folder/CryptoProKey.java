// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyProof;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.folder.cryptopro.CryptoProContainer;
import org.obnova.host.task.Task;

/** One key of a container of CryptoPro CSP, as it was when it was listed: it signs and is copied, and is never written to. */
final class CryptoProKey implements PasswordContainer {
    private final FolderStorage storage;
    private final Path folder;
    private final CryptoProContainer container;
    private final int pair;
    private final SubjectPublicKeyInfo publicKey;

    private CryptoProKey(
            FolderStorage storage, Path folder, CryptoProContainer container, int pair, SubjectPublicKeyInfo key) {
        this.storage = storage;
        this.folder = folder;
        this.container = container;
        this.pair = pair;
        this.publicKey = key;
    }

    /** Those whose public key can be known without a password: it stands in the certificate, or no password is set. */
    static List<KeyContainer> of(FolderStorage storage, Path folder, CryptoProContainer container) {
        List<KeyContainer> keys = new ArrayList<>();
        for (int pair = 0; pair < container.pairs().size(); pair++) {
            Optional<SubjectPublicKeyInfo> publicKey = publicKey(container, pair);
            if (publicKey.isPresent()) {
                keys.add(new CryptoProKey(storage, folder, container, pair, publicKey.get()));
            }
        }
        return keys;
    }

    private static Optional<SubjectPublicKeyInfo> publicKey(CryptoProContainer container, int pair) {
        Optional<X509CertificateHolder> certificate =
                container.pairs().get(pair).certificate();
        if (certificate.isPresent()) {
            return certificate.map(X509CertificateHolder::getSubjectPublicKeyInfo);
        }
        if (container.needsPassword()) {
            return Optional.empty();
        }
        try (Secret empty = Secret.empty();
                SoftwareKey key = container.open(container.pairs().get(pair), empty)) {
            return Optional.of(key.publicKey());
        } catch (Fault e) {
            return Optional.empty(); // The other pair may be whole.
        }
    }

    @Override
    public String id() {
        String name = Objects.requireNonNull(folder.getFileName(), "a folder has a name")
                .toString();
        return pair == 0 ? name : name + "#2";
    }

    @Override
    public KeyStorage storage() {
        return storage;
    }

    @Override
    public String label() {
        return container
                .pairs()
                .get(pair)
                .certificate()
                .map(each -> Holder.of(each).displayName())
                .orElse(container.name());
    }

    @Override
    public SubjectPublicKeyInfo publicKey() {
        return publicKey;
    }

    @Override
    public List<X509CertificateHolder> chain() {
        return container.pairs().get(pair).certificate().stream().toList();
    }

    @Override
    public SigningKey open(Task task, Purpose purpose) {
        return storage.passwords().open(task, this, purpose);
    }

    @Override
    public KeyContainer install(Task task, List<X509CertificateHolder> chain) {
        throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "containers of another program are not written to");
    }

    @Override
    public boolean takesCertificate() {
        return false;
    }

    @Override
    public boolean keyMayLeave() {
        return container.pairs().get(pair).exportable();
    }

    @Override
    public SoftwareKey export(Task task, Purpose purpose) {
        if (!keyMayLeave()) {
            throw new Fault(ErrorCode.KEY_NOT_EXPORTABLE, "the container's flags forbid it");
        }
        return storage.passwords().open(task, this, purpose);
    }

    @Override
    public boolean needsPassword() {
        return container.needsPassword();
    }

    @Override
    public SoftwareKey unlock(Secret password) {
        CryptoProContainer now = storage.reading(() -> CryptoProFolders.read(folder));
        SoftwareKey key = now.open(now.pairs().get(pair), password);
        if (!KeyProof.holds(key, publicKey)) {
            key.close();
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the private key is not that of the certificate");
        }
        return key;
    }
}
