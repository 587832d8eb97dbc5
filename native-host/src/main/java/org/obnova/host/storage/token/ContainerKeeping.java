// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
    private static final int FIRST_GENERATION = 1;

    private final TokenStorage storage;
    private final Stay stay;
    private final ContainerObjects objects;
    private final Leftovers leftovers;
    private final ContainerCodec codec = new ContainerCodec();

    ContainerKeeping(TokenStorage storage, Stay stay) {
        this.storage = storage;
        this.stay = stay;
        this.objects = new ContainerObjects(storage, stay);
        this.leftovers = new Leftovers(storage, stay);
    }

    /** Writes a new container. One of the same content that an interruption left without its index is completed instead. */
    ContainerIndex create(String label, SoftwareKey key, List<X509CertificateHolder> chain, Language language) {
        for (ContainerIndex each : leftovers.complete(language)) {
            if (PublicKeys.same(each.publicKey(), key.publicKey())
                    && inspect(each).chain().equals(chain)) {
                return each;
            }
        }
        String id = ContainerIndex.newId(storage.room().random());
        return write(id, FIRST_GENERATION, label, key, chain, language);
    }

    /**
     * The key that an interruption left in a container without its index, which it has now; the caller closes it. Empty where there is none, or where it cannot be
     * completed.
     */
    Optional<SoftwareKey> leftBehind(SubjectPublicKeyInfo key, Language language) {
        return leftovers.complete(language).stream()
                .filter(each -> PublicKeys.same(each.publicKey(), key))
                .findFirst()
                .map(this::open);
    }

    /**
     * Writes the container anew, with this chain; the generation before goes last.
     *
     * @param generations as for {@link #open(List)}
     */
    ContainerIndex replace(List<ContainerIndex> generations, List<X509CertificateHolder> chain, Language language) {
        Opened before = opened(generations);
        ContainerIndex written;
        try (SoftwareKey key = before.key()) {
            ContainerIndex counts = before.index();
            objects.dropUncommitted(counts);
            int newest = objects.newest(counts.id());
            if (newest == Integer.MAX_VALUE) {
                throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the generations of the container have no number left");
            }
            written = write(counts.id(), newest + 1, counts.label(), key, chain, language);
        }
        objects.dropOthers(written);
        return written;
    }

    /**
     * Removes a container without a certificate, as it lies there now; one that is gone is no error.
     *
     * @throws Fault {@code KEY_IN_USE}; {@code CONTAINER_NEWER}
     */
    void remove(String id) {
        ActiveContainer.requireNoCertificate(storage.contents(stay).certificates().stream()
                .anyMatch(each -> each.id().equals(id)));
        try (KeptObjects all = objects.all()) {
            for (ContainerPart each : all.parts(id)) {
                all.assembled(id, each.generation())
                        .ifPresent(octets -> ActiveContainer.requireNoCertificate(holdsCertificate(octets)));
            }
        }
        objects.remove(id);
    }

    /** Of one that cannot be read nobody could use a certificate either. */
    private boolean holdsCertificate(byte[] octets) {
        try {
            return !codec.inspect(octets).chain().isEmpty();
        } catch (Fault e) {
            if (e.code() != ErrorCode.CONTAINER_DAMAGED) {
                throw e;
            }
            return false;
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /**
     * Opens the key; the caller closes it.
     *
     * @param generations newest first: where one is damaged, the one before it may be whole
     * @throws Fault {@code CONTAINER_DAMAGED}
     */
    SoftwareKey open(List<ContainerIndex> generations) {
        return opened(generations).key();
    }

    private record Opened(ContainerIndex index, SoftwareKey key) {}

    private Opened opened(List<ContainerIndex> generations) {
        Fault first = null;
        for (ContainerIndex each : generations) {
            try {
                return new Opened(each, open(each));
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
        ContainerIndex index =
                ContainerIndex.of(id, generation, Leftovers.shown(label), key.publicKey(), parts, sealed);
        try {
            objects.writeParts(index, sealed);
        } finally {
            Arrays.fill(sealed, (byte) 0);
        }
        try {
            try (SoftwareKey _ = open(index)) {
                // That it opens, and has signed, is all.
            }
            if (!chain.isEmpty()) {
                new CertificateObjects(storage, stay).write(HexFormat.of().parseHex(id), chain, language);
            }
        } catch (Fault e) {
            takeBack(index, e); // Without its index it counts for nobody.
            throw e;
        }
        commit(index);
        return index;
    }

    /** What counts is read back before anything older may go: a token that only says that it has stored it would lose the key. */
    private void commit(ContainerIndex index) {
        try {
            objects.commit(index);
        } catch (Fault e) {
            if (wroteNothing(e)) {
                takeBack(index, e);
            }
            throw e;
        }
        if (!objects.tells(index)) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the index that was written is not on the token");
        }
    }

    /** After any other failure the index may lie there, and the generation count. */
    private static boolean wroteNothing(Fault e) {
        return e.code() == ErrorCode.STORAGE_FULL
                || e.code() == ErrorCode.STORAGE_READ_ONLY
                || e.code() == ErrorCode.TOKEN_CANNOT;
    }

    private void takeBack(ContainerIndex index, Fault why) {
        try {
            objects.drop(index);
            if (index.generation() == FIRST_GENERATION) {
                new CertificateObjects(storage, stay).takeAway(HexFormat.of().parseHex(index.id()));
            }
        } catch (Fault also) {
            // The first one names the cause; what is left is seen to at the next write.
            why.addSuppressed(also);
        }
    }
}
