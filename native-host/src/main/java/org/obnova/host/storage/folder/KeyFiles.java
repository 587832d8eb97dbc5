// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyProof;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.tc26.TransportPfx;
import org.obnova.host.storage.folder.v1.ContainerCodec;
import org.obnova.host.storage.folder.v1.Content;

/** Files with a key that the person takes elsewhere. They are no medium: nobody lists them. */
public final class KeyFiles {
    /** What is written. */
    public enum Form {
        /** The format of our own containers, which OpenSSL 3 opens. */
        PKCS12,
        /** The transport container of TC 26. */
        TC26_PFX
    }

    private final DurableFiles files;
    private final SecureRandom random;
    private final ContainerCodec codec = new ContainerCodec();

    /**
     * @param random for salts and initialisation vectors
     */
    public KeyFiles(DurableFiles files, SecureRandom random) {
        this.files = files;
        this.random = random;
    }

    /**
     * Writes a file that must not exist yet, durably; before it gets its name it is opened and has signed.
     *
     * @param chain the certificate and its issuers, leaf first
     * @throws Fault {@code FILE_EXISTS}, {@code STORAGE_NOT_FOUND}, {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED},
     *     {@code CONTAINER_DAMAGED} when what was written does not open: then it is removed
     */
    public void write(
            Path file, Form form, SoftwareKey key, List<X509CertificateHolder> chain, String label, Secret password) {
        requireFree(file);
        byte[] sealed = switch (form) {
            case PKCS12 -> codec.seal(key, chain, label, password, random);
            case TC26_PFX -> TransportPfx.seal(key, chain, label, password, random);
        };
        files.create(file, sealed, written -> prove(written, key, chain, password));
    }

    /**
     * The file can be written there.
     *
     * @throws Fault {@code FILE_EXISTS}, {@code STORAGE_NOT_FOUND}
     */
    public void requireFree(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Fault(ErrorCode.STORAGE_NOT_FOUND, "there is no such folder");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Fault(ErrorCode.FILE_EXISTS, "the file is there");
        }
    }

    private void prove(byte[] written, SoftwareKey key, List<X509CertificateHolder> chain, Secret password) {
        try (SoftwareKey opened = codec.open(written, password, key.publicKey())) {
            Content content = codec.inspect(written, password);
            if (!KeyProof.holds(opened, key.publicKey()) || !content.chain().equals(chain)) {
                throw new Fault(ErrorCode.CONTAINER_DAMAGED, "what was written holds something else");
            }
        }
    }
}
