// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFiles;

/**
 * Doubts as empty files, one for each, so that the hosts of several browsers need no lock: the name is the SHA-256 of storage, line feed and container, in
 * hexadecimal digits.
 */
public final class PinDoubtFiles implements PinDoubts {
    private final Path folder;
    private final DurableFiles files;

    /** @param folder of the host's own; it need not be there */
    public PinDoubtFiles(Path folder, DurableFiles files) {
        this.folder = folder;
        this.files = files;
    }

    @Override
    public boolean holds(Doubt doubt) {
        return !Files.notExists(file(doubt));
    }

    @Override
    public void add(Doubt doubt) {
        if (Files.notExists(file(doubt))) {
            files.replace(file(doubt), new byte[0], _ -> {});
        }
    }

    @Override
    public void remove(Doubt doubt) {
        try {
            files.remove(file(doubt));
        } catch (Fault e) {
            return; // The doubt stays.
        }
    }

    private Path file(Doubt doubt) {
        byte[] octets = (doubt.storage() + "\n" + doubt.container()).getBytes(StandardCharsets.UTF_8);
        SHA256Digest digest = new SHA256Digest();
        digest.update(octets, 0, octets.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return folder.resolve(HexFormat.of().formatHex(hash));
    }
}
