// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyProof;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.pkcs12.Effort;
import org.obnova.host.storage.folder.v1.ContainerCodec;
import org.obnova.host.storage.folder.v1.Content;

/** Container files of any folder: made, read, opened and replaced. What was written counts only after it was opened and has signed. */
public final class ContainerFiles {
    /** As {@link #name} makes them. */
    private static final Pattern OWN_NAME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{16}\\.p12");

    private final DurableFiles files;
    private final ContainerCodec codec;
    private final Path locks;
    private final SecureRandom random;
    private final InstantSource clock;
    private final SeenFiles seen;

    /**
     * @param seen what encrypted files of other programs hold, as far as the person has opened them
     * @param locks a folder of the host's own, for lock files: media may be read-only
     * @param random for salts and the like
     */
    ContainerFiles(
            DurableFiles files,
            ContainerCodec codec,
            SeenFiles seen,
            Path locks,
            SecureRandom random,
            InstantSource clock) {
        this.seen = seen;
        this.files = files;
        this.codec = codec;
        this.locks = locks;
        this.random = random;
        this.clock = clock;
    }

    /** Looks at many files, with one effort for all of them. For one thread. */
    final class Listing {
        private final Effort effort = Effort.ofAListing();
        private final SeenFiles.Look look = seen.look();

        private Listing() {}

        /** Reads what lies open in the file, or was seen when the person opened it; one entry for each key. */
        List<Content> inspect(Path file) {
            return ContainerFiles.this.inspect(file, this);
        }
    }

    /** Begins a look at the files of a folder. */
    Listing listing() {
        return new Listing();
    }

    private List<Content> inspect(Path file, Listing listing) {
        byte[] octets;
        try {
            octets = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "a container could not be read", e);
        }
        try {
            return codec.inspectAll(octets, listing.effort);
        } catch (Fault e) {
            List<Content> known = e.code() == ErrorCode.CONTAINER_UNSUPPORTED ? listing.look.find(octets) : List.of();
            if (known.isEmpty()) {
                throw e;
            }
            return known;
        }
    }

    /** Opens that key of the file and makes sure that it is the one; the caller closes it. */
    SoftwareKey open(Path file, Secret password, SubjectPublicKeyInfo wanted) {
        return open(content(file), password, wanted);
    }

    /** Writes a new container and proves it. */
    FolderContainer create(
            FolderStorage storage, String label, SoftwareKey key, List<X509CertificateHolder> chain, Secret password) {
        Path file = storage.folder().resolve(name(key.publicKey()));
        return writing(storage, file, () -> {
            files.removeLeftovers(storage.folder(), OWN_NAME.asMatchPredicate());
            byte[] sealed = codec.seal(key, chain, label, password, random);
            files.create(file, sealed, written -> prove(written, password, key.publicKey()));
            return new FolderContainer(storage, file, this, codec.inspect(sealed));
        });
    }

    /** Puts the chain beside the key by a proven replacement; the old file stays until then. */
    FolderContainer install(FolderContainer container, List<X509CertificateHolder> chain, Secret password) {
        FolderStorage storage = container.storage();
        return writing(storage, container.file(), () -> {
            Content before = ours(container.file(), ErrorCode.CONTAINER_UNSUPPORTED);
            try (SoftwareKey key = open(container.file(), password, before.publicKey())) {
                if (!before.chain().isEmpty() && !before.chain().getFirst().equals(chain.getFirst())) {
                    throw new Fault(ErrorCode.RENEWAL_CONFLICT, "the container holds another certificate");
                }
                byte[] sealed = codec.seal(key, chain, container.label(), password, random);
                files.replace(container.file(), sealed, written -> prove(written, password, key.publicKey()));
                return new FolderContainer(storage, container.file(), this, codec.inspect(sealed));
            }
        });
    }

    /** Seals the key anew under another password, by a proven replacement; the old file stays until then. */
    void changePassword(FolderContainer container, Secret present, Secret fresh) {
        writing(container.storage(), container.file(), () -> {
            Content before = ours(container.file(), ErrorCode.PASSWORD_NOT_OURS);
            try (SoftwareKey key = open(container.file(), present, before.publicKey())) {
                byte[] sealed = codec.seal(key, before.chain(), before.label(), fresh, random);
                files.replace(container.file(), sealed, written -> prove(written, fresh, key.publicKey()));
            }
            return true;
        });
    }

    /** Removes a key without certificate in all generations of its file, the newest last. */
    void remove(FolderContainer container) {
        writing(container.storage(), container.file(), () -> {
            Optional<byte[]> there = files.read(container.file(), this::isWhole);
            if (there.isPresent()) {
                Content now = ours(container.file(), ErrorCode.KEY_NOT_REMOVABLE);
                if (!now.chain().isEmpty()) {
                    throw new Fault(ErrorCode.KEY_IN_USE, "a certificate lies beside the key");
                }
                if (!PublicKeys.same(now.publicKey(), container.publicKey())) {
                    throw new Fault(ErrorCode.KEY_NOT_REMOVABLE, "another key lies in the file by now");
                }
                files.remove(container.file());
            }
            return true;
        });
    }

    /** What the file holds, where it is in the format that is written here. */
    private Content ours(Path file, ErrorCode otherwise) {
        Content now = codec.inspect(content(file));
        if (now.formatVersion() == 0) {
            throw new Fault(otherwise, "another program keeps the container");
        }
        return now;
    }

    /**
     * Writes on a medium, alone. Whether a drive was pulled is asked for, not guessed from how the write failed, and once more when it did not: what went to the folder at
     * which the drive had been does not count, and does not stay there.
     */
    private <T> T writing(FolderStorage storage, Path file, Supplier<T> work) {
        try (InterProcessLock _ = InterProcessLock.acquire(locks.resolve(storage.id() + ".lock"))) {
            storage.requireThere();
            T done = work.get();
            leaveNothing(storage, file);
            storage.requireThere();
            return done;
        } catch (Fault e) {
            if (isAboutFiles(e)) {
                leaveNothing(storage, file);
                storage.requireThere();
            }
            throw e;
        }
    }

    private void leaveNothing(FolderStorage storage, Path file) {
        if (storage.isBare()) {
            files.remove(file);
            storage.removeBareFolder();
        }
    }

    private static boolean isAboutFiles(Fault fault) {
        return switch (fault.code()) {
            case STORAGE_FAILED, STORAGE_FULL, STORAGE_READ_ONLY, STORAGE_BUSY, CONTAINER_DAMAGED -> true;
            default -> false;
        };
    }

    private byte[] content(Path file) {
        return files.read(file, this::isWhole)
                .orElseThrow(() -> new Fault(ErrorCode.STORAGE_FAILED, "the container's file is gone"));
    }

    private boolean isWhole(byte[] content) {
        try {
            codec.inspect(content);
            return true;
        } catch (Fault e) {
            return e.code() == ErrorCode.CONTAINER_UNSUPPORTED; // It tells nothing without its password.
        }
    }

    private SoftwareKey open(byte[] content, Secret password, SubjectPublicKeyInfo wanted) {
        SoftwareKey key = codec.open(content, password, wanted);
        if (!KeyProof.holds(key, wanted)) {
            key.close();
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the private key is not that of the public key");
        }
        return key;
    }

    private void prove(byte[] written, Secret password, SubjectPublicKeyInfo publicKey) {
        try (SoftwareKey key = open(written, password, publicKey)) {
            if (!key.publicKey().equals(publicKey)) {
                throw new Fault(ErrorCode.CONTAINER_DAMAGED, "what was written holds another key");
            }
        } catch (Fault e) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "what was written does not open", e);
        }
    }

    /** A day for the person, a digest of the public key against clashes; nothing of the holder. */
    private String name(SubjectPublicKeyInfo publicKey) {
        byte[] octets = publicKey.getPublicKeyData().getOctets();
        SHA256Digest digest = new SHA256Digest();
        digest.update(octets, 0, octets.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return day + "-" + HexFormat.of().formatHex(hash, 0, 8) + ".p12";
    }
}
