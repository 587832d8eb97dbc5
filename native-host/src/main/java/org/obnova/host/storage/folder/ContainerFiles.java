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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyProof;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.secret.Secret;
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

    /**
     * @param locks a folder of the host's own, for lock files: media may be read-only
     * @param random for salts and the like
     */
    public ContainerFiles(
            DurableFiles files, ContainerCodec codec, Path locks, SecureRandom random, InstantSource clock) {
        this.files = files;
        this.codec = codec;
        this.locks = locks;
        this.random = random;
        this.clock = clock;
    }

    /** Reads what lies open in the file. */
    Content inspect(Path file) {
        try {
            return codec.inspect(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "a container could not be read", e);
        }
    }

    /** Opens the key of the file and makes sure that it is the one that the file names; the caller closes it. */
    SoftwareKey open(Path file, Secret password) {
        return open(content(file), password);
    }

    /** Writes a new container and proves it. */
    FolderContainer create(
            FolderStorage storage, String label, SoftwareKey key, List<X509CertificateHolder> chain, Secret password) {
        return writing(storage, () -> {
            Path folder = storage.folder();
            files.removeLeftovers(folder, OWN_NAME.asMatchPredicate());
            Path file = folder.resolve(name(key.publicKey()));
            byte[] sealed = codec.seal(key, chain, label, password, random);
            files.create(file, sealed, written -> prove(written, password, key.publicKey()));
            return new FolderContainer(storage, file, this, codec.inspect(sealed));
        });
    }

    /** Puts the chain beside the key by a proven replacement; the old file stays until then. */
    FolderContainer install(FolderContainer container, List<X509CertificateHolder> chain, Secret password) {
        FolderStorage storage = container.storage();
        return writing(storage, () -> {
            try (SoftwareKey key = open(container.file(), password)) {
                Content before = codec.inspect(content(container.file()));
                if (!before.chain().isEmpty() && !before.chain().getFirst().equals(chain.getFirst())) {
                    throw new Fault(ErrorCode.RENEWAL_CONFLICT, "the container holds another certificate");
                }
                byte[] sealed = codec.seal(key, chain, container.label(), password, random);
                files.replace(container.file(), sealed, written -> prove(written, password, key.publicKey()));
                return new FolderContainer(storage, container.file(), this, codec.inspect(sealed));
            }
        });
    }

    /**
     * Writes on a medium, alone. Whether a drive was pulled is asked for, not guessed from how the write failed, and once more when it did not: what went to the folder at
     * which the drive had been does not count.
     */
    private <T> T writing(FolderStorage storage, Supplier<T> work) {
        try (InterProcessLock _ = InterProcessLock.acquire(locks.resolve(storage.id() + ".lock"))) {
            storage.requireThere();
            T done = work.get();
            storage.requireThere();
            return done;
        } catch (Fault e) {
            if (!isAboutFiles(e)) {
                throw e;
            }
            storage.requireThere();
            throw e;
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
            return false;
        }
    }

    private SoftwareKey open(byte[] content, Secret password) {
        SubjectPublicKeyInfo publicKey = codec.inspect(content).publicKey();
        SoftwareKey key = codec.open(content, password);
        if (!KeyProof.holds(key, publicKey)) {
            key.close();
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the private key is not that of the public key");
        }
        return key;
    }

    private void prove(byte[] written, Secret password, SubjectPublicKeyInfo publicKey) {
        try (SoftwareKey key = open(written, password)) {
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
