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
import org.obnova.host.keys.KeyProof;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeySource;
import org.obnova.host.storage.folder.v1.ContainerCodec;
import org.obnova.host.storage.folder.v1.Content;

/** A file of PKCS#12, as it was when the person named it. */
final class Pkcs12Source implements KeySource {
    private final Path file;
    private final byte[] octets;
    private final ContainerCodec codec;
    private final SeenFiles seen;

    Pkcs12Source(Path file, byte[] octets, ContainerCodec codec, SeenFiles seen) {
        this.file = file;
        this.octets = octets;
        this.codec = codec;
        this.seen = seen;
    }

    @Override
    public String name() {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }

    @Override
    public Path folder() {
        return Objects.requireNonNull(file.getParent(), "a file has a folder");
    }

    @Override
    public boolean needsPassword() {
        try (Secret empty = Secret.empty()) {
            codec.inspectAll(octets, empty);
            return false;
        } catch (Fault e) {
            if (e.code() != ErrorCode.WRONG_PASSWORD) {
                throw e;
            }
            return true;
        }
    }

    @Override
    public List<Found> open(Secret password) {
        return codec.inspectAll(octets, password).stream().map(this::found).toList();
    }

    private Found found(Content key) {
        List<X509CertificateHolder> chain = key.chain();
        String label = !chain.isEmpty()
                ? Holder.of(chain.getFirst()).displayName()
                : key.label().isBlank() ? name() : key.label();
        return new Found(label, key.publicKey(), chain, true);
    }

    @Override
    public SoftwareKey key(Found found, Secret password) {
        return proven(codec.open(octets, password, found.publicKey()), found.publicKey());
    }

    @Override
    public boolean canStay() {
        return FolderStorage.isNamedSo(file);
    }

    /** Nothing is remembered of a file that tells of all its keys by itself. */
    @Override
    public void remember(List<Found> found) {
        if (!tellsOf(found)) {
            seen.add(
                    octets,
                    found.stream()
                            .map(each -> new Content(each.label(), each.publicKey(), each.chain(), 0, true))
                            .toList());
        }
    }

    private boolean tellsOf(List<Found> found) {
        try {
            List<Content> told = codec.inspectAll(octets);
            return found.stream()
                    .allMatch(
                            each -> told.stream().anyMatch(key -> PublicKeys.same(key.publicKey(), each.publicKey())));
        } catch (Fault e) {
            return false;
        }
    }

    /** A key counts when it has signed. */
    static SoftwareKey proven(SoftwareKey key, SubjectPublicKeyInfo publicKey) {
        if (!KeyProof.holds(key, publicKey)) {
            key.close();
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the private key is not that of the public key");
        }
        return key;
    }
}
