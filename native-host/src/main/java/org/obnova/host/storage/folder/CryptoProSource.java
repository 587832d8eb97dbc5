// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeySource;
import org.obnova.host.storage.folder.cryptopro.CryptoProContainer;
import org.obnova.host.storage.folder.cryptopro.CryptoProContainer.KeyPair;

/** A folder of CryptoPro CSP, as it was when the person named it. */
final class CryptoProSource implements KeySource {
    private final Path folder;
    private final CryptoProContainer container;

    CryptoProSource(Path folder, CryptoProContainer container) {
        this.folder = folder;
        this.container = container;
    }

    @Override
    public String name() {
        return Objects.requireNonNull(folder.getFileName(), "a folder has a name")
                .toString();
    }

    @Override
    public Path folder() {
        return Objects.requireNonNull(folder.getParent(), "a container lies in a folder");
    }

    @Override
    public boolean needsPassword() {
        return container.needsPassword();
    }

    @Override
    public List<Found> open(Secret password) {
        List<Found> all = new ArrayList<>();
        for (KeyPair pair : container.pairs()) {
            try (SoftwareKey key = container.open(pair, password)) {
                List<X509CertificateHolder> chain = pair.certificate().stream().toList();
                if (!chain.isEmpty()
                        && !PublicKeys.same(key.publicKey(), chain.getFirst().getSubjectPublicKeyInfo())) {
                    throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the certificate is another key's");
                }
                String label = chain.isEmpty()
                        ? container.name()
                        : Holder.of(chain.getFirst()).displayName();
                all.add(new Found(label, key.publicKey(), chain, pair.exportable()));
            }
        }
        return all;
    }

    @Override
    public SoftwareKey key(Found found, Secret password) {
        for (KeyPair pair : container.pairs()) {
            SoftwareKey key = container.open(pair, password);
            if (PublicKeys.same(key.publicKey(), found.publicKey())) {
                return Pkcs12Source.proven(key, found.publicKey());
            }
            key.close();
        }
        throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the key is not inside");
    }

    /** A key with a password and no certificate does not tell which it is. */
    @Override
    public boolean canStay() {
        return CryptoProFolders.isNamedSo(folder)
                && (!container.needsPassword()
                        || container.pairs().stream()
                                .allMatch(pair -> pair.certificate().isPresent()));
    }

    @Override
    public void remember(List<Found> found) {
        // Its certificates lie open.
    }
}
