// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyProof;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.v1.ContainerCodec;
import org.obnova.host.storage.folder.v1.Content;
import org.obnova.host.task.Language;

/**
 * Makes, opens and replaces containers on a token. They are those of folders, sealed under the empty password: the token's PIN protects the objects. What was
 * written counts only after it was read back, opened, and has signed. The caller holds the token's lock and a login.
 */
final class ContainerKeeping {
    private static final int ID_OCTETS = 16;

    private final TokenStorage storage;
    private final Stay stay;
    private final ContainerObjects objects;
    private final ContainerCodec codec = new ContainerCodec();

    ContainerKeeping(TokenStorage storage, Stay stay) {
        this.storage = storage;
        this.stay = stay;
        this.objects = new ContainerObjects(storage, stay);
    }

    /** Writes a new container. One of the same content that an interruption left without its index is completed instead. */
    ContainerIndex create(String label, SoftwareKey key, List<X509CertificateHolder> chain, Language language) {
        Optional<ContainerIndex> completed = completed(key.publicKey(), chain, language);
        if (completed.isPresent()) {
            return completed.get();
        }
        byte[] id = new byte[ID_OCTETS];
        storage.room().random().nextBytes(id);
        return write(HexFormat.of().formatHex(id), 1, label, key, chain, language);
    }

    /** Writes the container anew, with this chain; the generation before goes last. */
    ContainerIndex replace(
            ContainerIndex before, SoftwareKey key, List<X509CertificateHolder> chain, Language language) {
        // By the parts, which lie behind the PIN: an index is public, and anybody could have written one of any number.
        int newest = objects.all().stream()
                .filter(each -> each.isOf(before.id()) && each.part().isPresent())
                .mapToInt(ContainerObjects.Kept::generation)
                .max()
                .orElse(0);
        if (newest == Integer.MAX_VALUE) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the generations of the container have no number left");
        }
        ContainerIndex written = write(before.id(), newest + 1, before.label(), key, chain, language);
        objects.dropOthers(written);
        return written;
    }

    /**
     * Opens the key; the caller closes it.
     *
     * @param generations newest first: where one is damaged, the one before it may be whole
     * @throws Fault {@code CONTAINER_DAMAGED}
     */
    SoftwareKey open(List<ContainerIndex> generations) {
        Fault first = null;
        for (ContainerIndex each : generations) {
            try {
                return open(each);
            } catch (Fault e) {
                if (e.code() != ErrorCode.CONTAINER_DAMAGED) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? new Fault(ErrorCode.CONTAINER_DAMAGED, "the container has no generation") : first;
    }

    /** What lies open inside, for one who is logged in. */
    Content inspect(ContainerIndex index) {
        byte[] octets = objects.read(index);
        try {
            return codec.inspect(octets);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private SoftwareKey open(ContainerIndex index) {
        byte[] octets = objects.read(index);
        try (Secret empty = Secret.empty()) {
            SoftwareKey key = codec.open(octets, empty);
            if (!PublicKeys.same(key.publicKey(), index.publicKey()) || !KeyProof.holds(key, index.publicKey())) {
                key.close();
                throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the private key is not that of the public key");
            }
            return key;
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private ContainerIndex write(
            String id,
            int generation,
            String label,
            SoftwareKey key,
            List<X509CertificateHolder> chain,
            Language language) {
        byte[] sealed;
        try (Secret empty = Secret.empty()) {
            sealed = codec.seal(key, chain, label, empty, storage.room().random());
        }
        int parts = objects.parts(sealed.length);
        ContainerIndex index = ContainerIndex.of(id, generation, shown(label), key.publicKey(), parts, sealed);
        objects.writeParts(index, sealed);
        Arrays.fill(sealed, (byte) 0);
        prove(index);
        if (!chain.isEmpty()) {
            new CertificateObjects(storage, stay).write(HexFormat.of().parseHex(id), chain, language);
        }
        commit(index);
        return index;
    }

    /** What counts is read back before anything older may go: a token that only says that it has stored it would lose the key. */
    private void commit(ContainerIndex index) {
        objects.commit(index);
        boolean there = objects.all().stream()
                .flatMap(each -> each.index().stream())
                .anyMatch(each -> each.id().equals(index.id())
                        && each.generation() == index.generation()
                        && each.sha256().equals(index.sha256()));
        if (!there) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the index that was written is not on the token");
        }
    }

    private void prove(ContainerIndex index) {
        try (SoftwareKey _ = open(index)) {
            // That it opens, and has signed, is all.
        } catch (Fault e) {
            takeBack(index, e);
            throw e;
        }
    }

    private void takeBack(ContainerIndex index, Fault why) {
        try {
            objects.takeAway(objects.all().stream()
                    .filter(each -> each.isOf(index.id()) && each.generation() == index.generation())
                    .map(ContainerObjects.Kept::handle)
                    .toList());
        } catch (Fault also) {
            // The first one names the cause; what is left without its index counts for nobody.
            why.addSuppressed(also);
        }
    }

    /**
     * Sees to what interruptions left without an index: whole containers get one, for a key could be nowhere else; one of which no generation has all its parts opens
     * for nobody and is taken away, which the log tells.
     */
    private Optional<ContainerIndex> completed(
            SubjectPublicKeyInfo key, List<X509CertificateHolder> chain, Language language) {
        List<ContainerObjects.Kept> all = objects.all();
        Set<String> unknown = new LinkedHashSet<>();
        all.forEach(each -> each.part().ifPresent(part -> unknown.add(part.id())));
        all.forEach(each -> each.index().ifPresent(index -> unknown.remove(index.id())));
        Optional<ContainerIndex> same = Optional.empty();
        for (String id : unknown) {
            Optional<ContainerIndex> index = complete(id, all, language);
            if (index.isPresent()
                    && PublicKeys.same(index.get().publicKey(), key)
                    && inspect(index.get()).chain().equals(chain)) {
                same = index;
            }
        }
        return same;
    }

    private Optional<ContainerIndex> complete(String id, List<ContainerObjects.Kept> all, Language language) {
        List<ContainerObjects.Kept> ofIt =
                all.stream().filter(each -> each.isOf(id)).toList();
        List<ContainerPart> parts =
                ofIt.stream().flatMap(each -> each.part().stream()).toList();
        for (ContainerPart each : parts) { // Newest first: the one before a torn generation may be whole.
            Optional<byte[]> octets = ContainerObjects.assembled(id, each.generation(), ofIt);
            if (octets.isPresent()) {
                return Optional.of(complete(each, octets.get(), language));
            }
        }
        Fault torn = new Fault(ErrorCode.CONTAINER_DAMAGED, "parts of a container that was never completed");
        storage.room().log().failed("container on token", torn);
        if (parts.stream().allMatch(each -> lacksParts(each, parts))) {
            objects.takeAway(ofIt.stream().map(ContainerObjects.Kept::handle).toList());
        }
        return Optional.empty();
    }

    /** Where all are there and do not fit, the fault may be the reading's: such parts stay. */
    private static boolean lacksParts(ContainerPart one, List<ContainerPart> all) {
        return all.stream()
                        .filter(each -> each.generation() == one.generation())
                        .map(ContainerPart::number)
                        .distinct()
                        .count()
                < one.parts();
    }

    private ContainerIndex complete(ContainerPart one, byte[] octets, Language language) {
        Content content = codec.inspect(octets);
        String id = one.id();
        ContainerIndex index = ContainerIndex.of(
                id, one.generation(), shown(content.label()), content.publicKey(), one.parts(), octets);
        Arrays.fill(octets, (byte) 0);
        if (!content.chain().isEmpty()) {
            new CertificateObjects(storage, stay).write(HexFormat.of().parseHex(id), content.chain(), language);
        }
        commit(index);
        return index;
    }

    private static String shown(String label) {
        return label.length() <= 200 ? label : label.substring(0, label.offsetByCodePoints(0, 100));
    }
}
