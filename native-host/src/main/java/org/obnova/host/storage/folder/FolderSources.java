// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.KeySource;
import org.obnova.host.storage.folder.v1.ContainerCodec;

/** Files of PKCS#12 and folders of CryptoPro CSP that the person names. */
final class FolderSources implements KeySource.Opening {
    /** As the codec's own limit; octets. */
    private static final long LARGEST = 1 << 20;

    private final ContainerCodec codec;
    private final SeenFiles seen;

    FolderSources(ContainerCodec codec, SeenFiles seen) {
        this.codec = codec;
        this.seen = seen;
    }

    @Override
    public KeySource at(Path named) {
        Path path = named.toAbsolutePath().normalize();
        Path parent = path.getParent();
        if (Files.isDirectory(path)) {
            return ofFolder(path);
        }
        // Whoever opens the folder in a file chooser ends up at one of its files.
        if (parent != null && CryptoProFolders.isFileOf(path)) {
            return ofFolder(parent);
        }
        if (!Files.isRegularFile(path)) {
            throw new Fault(ErrorCode.CONTAINER_UNKNOWN, "nothing is there");
        }
        byte[] octets = octets(path);
        if (!isPkcs12(octets)) {
            throw new Fault(ErrorCode.CONTAINER_UNKNOWN, "no PKCS#12");
        }
        return new Pkcs12Source(path, octets, codec, seen);
    }

    private static KeySource ofFolder(Path folder) {
        if (!CryptoProFolders.hasHeader(folder)) {
            throw new Fault(ErrorCode.CONTAINER_UNKNOWN, "a folder without the header of a container");
        }
        return new CryptoProSource(folder, CryptoProFolders.read(folder));
    }

    private static byte[] octets(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Fault(ErrorCode.CONTAINER_UNKNOWN, "a file of " + Files.size(file) + " octets");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "the file could not be read", e);
        }
    }

    /** Begins as a PFX does: a SEQUENCE whose first part is the version 3 (RFC 7292 section 4). What follows may be damaged. */
    private static boolean isPkcs12(byte[] octets) {
        if (octets.length < 2 || octets[0] != 0x30) {
            return false;
        }
        int length = octets[1] & 0xFF;
        int at = 2 + (length > 0x80 ? length & 0x7F : 0);
        return at < 8 && octets.length > at + 2 && octets[at] == 2 && octets[at + 1] == 1 && octets[at + 2] == 3;
    }
}
