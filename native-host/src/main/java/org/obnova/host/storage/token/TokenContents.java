// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Holder;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Found;

/** What lies open on a token. All public objects come in one round trip, the public keys with their details in another. */
final class TokenContents {
    private static final List<Attribute> PUBLIC = List.of(Attribute.of(Cka.PRIVATE, false));
    private static final List<Long> WANTED = List.of(Cka.CLASS, Cka.ID, Cka.LABEL, Cka.VALUE, Cka.APPLICATION);

    private final TokenStorage storage;
    private final Reader reader;
    private final List<StoredCertificate> certificates;
    private final List<Found> objects;

    /** How objects are read. */
    @FunctionalInterface
    interface Reader {
        List<Found> read(List<Attribute> template, List<Long> wanted);
    }

    private TokenContents(
            TokenStorage storage, Reader reader, List<StoredCertificate> certificates, List<Found> objects) {
        this.storage = storage;
        this.reader = reader;
        this.certificates = certificates;
        this.objects = objects;
    }

    /** Reads them now. */
    static TokenContents of(TokenStorage storage, Reader reader, KnownCertificates known) {
        List<Found> objects = reader.read(PUBLIC, WANTED);
        return new TokenContents(storage, reader, known.of(objects), objects);
    }

    /** The keys that the token holds itself, and the containers of the host. */
    List<KeyContainer> containers() {
        List<KeyContainer> all = new ArrayList<>();
        all.addAll(ownKeys());
        all.addAll(kept());
        return List.copyOf(all);
    }

    /** The certificates. */
    List<StoredCertificate> certificates() {
        return certificates;
    }

    /** The certificate and its issuers that lie here, leaf first. */
    List<X509CertificateHolder> chain(X509CertificateHolder leaf) {
        List<X509CertificateHolder> chain = new ArrayList<>(List.of(leaf));
        Optional<X509CertificateHolder> next = issuerOf(leaf, chain);
        while (next.isPresent()) {
            chain.add(next.get());
            next = issuerOf(next.get(), chain);
        }
        return List.copyOf(chain);
    }

    private Optional<X509CertificateHolder> issuerOf(X509CertificateHolder one, List<X509CertificateHolder> before) {
        Stream<X509CertificateHolder> beside = objects.stream().flatMap(each -> CryptoProObject.issuers(each).stream());
        return Stream.concat(certificates.stream().map(StoredCertificate::certificate), beside)
                .filter(each -> each.getSubject().equals(one.getIssuer()) && !before.contains(each))
                .findFirst();
    }

    private List<KeyContainer> ownKeys() {
        Set<String> ours = new LinkedHashSet<>();
        indexes().forEach(each -> ours.add(each.id()));
        Map<String, OwnKey> keys = keys();
        Map<String, StoredCertificate> leaves = new LinkedHashMap<>();
        certificates.stream()
                .filter(each -> !each.id().isEmpty() && !ours.contains(each.id()))
                .filter(each -> isOfItsKey(each, keys.get(each.id())))
                .sorted(Comparator.comparingLong(StoredCertificate::begins))
                .forEach(each -> leaves.put(each.id(), each));
        List<KeyContainer> all = new ArrayList<>();
        leaves.forEach((id, leaf) -> {
            X509CertificateHolder certificate = leaf.certificate();
            all.add(new ActiveContainer(
                    storage,
                    id,
                    Holder.of(certificate).displayName(),
                    certificate.getSubjectPublicKeyInfo(),
                    chain(certificate)));
        });
        keys.forEach((id, key) -> {
            if (!leaves.containsKey(id) && !ours.contains(id)) {
                key.publicKey()
                        .ifPresent(known -> all.add(new ActiveContainer(storage, id, key.label(), known, List.of())));
            }
        });
        return all;
    }

    /** Anybody may write a certificate with a key's CKA_ID: it is the key's own only where it has its public key. */
    private boolean isOfItsKey(StoredCertificate one, @Nullable OwnKey key) {
        if (key == null) {
            // Tokens may hide public keys: then the certificate stands for its key, if it is nobody's issuer. That of a
            // container which was never told of stands for none.
            return storage.isActive() && !one.isAuthority() && !ContainerIndex.isId(one.id());
        }
        SubjectPublicKeyInfo certified = one.certificate().getSubjectPublicKeyInfo();
        return key.publicKey().map(own -> PublicKeys.same(own, certified)).orElse(true);
    }

    /**
     * A public key on the token.
     *
     * @param publicKey empty where the host does not read keys of this kind
     */
    private record OwnKey(String label, Optional<SubjectPublicKeyInfo> publicKey) {}

    private Map<String, OwnKey> keys() {
        Map<String, OwnKey> keys = new LinkedHashMap<>();
        if (objects.stream().noneMatch(each -> each.number(Cka.CLASS).orElse(-1L) == Cka.PUBLIC_KEY)) {
            return keys;
        }
        for (Found each : reader.read(PublicKeyObject.template(), PublicKeyObject.WANTED)) {
            String id = StoredCertificate.hex(each.octets(Cka.ID).orElse(new byte[0]));
            if (!id.isEmpty()) {
                keys.putIfAbsent(id, new OwnKey(each.text(Cka.LABEL).orElse(""), PublicKeyObject.read(each)));
            }
        }
        return keys;
    }

    private List<KeyContainer> kept() {
        Map<String, List<ContainerIndex>> generations = new LinkedHashMap<>();
        for (ContainerIndex each : indexes()) {
            generations.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each);
        }
        List<KeyContainer> all = new ArrayList<>();
        for (List<ContainerIndex> each : generations.values()) {
            each.sort(Comparator.comparingInt(ContainerIndex::generation).reversed());
            all.add(new PassiveContainer(storage, each, chainOf(each.getFirst())));
        }
        return all;
    }

    private List<X509CertificateHolder> chainOf(ContainerIndex index) {
        return certificates.stream()
                .filter(each -> each.id().equals(index.id()))
                .filter(each -> PublicKeys.same(each.certificate().getSubjectPublicKeyInfo(), index.publicKey()))
                .max(Comparator.comparingLong(StoredCertificate::begins))
                .map(each -> chain(each.certificate()))
                .orElse(List.of());
    }

    private List<ContainerIndex> indexes() {
        return objects.stream()
                .filter(each -> each.number(Cka.CLASS).orElse(-1L) == Cka.DATA)
                .filter(each -> each.text(Cka.APPLICATION).orElse("").equals(ContainerObjects.APPLICATION))
                .flatMap(each -> each.octets(Cka.VALUE).flatMap(ContainerIndex::read).stream())
                .toList();
    }
}
