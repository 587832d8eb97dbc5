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
 * Which tokens have keys that want the PIN at each use (CKA_ALWAYS_AUTHENTICATE). A token shows its private keys to nobody before a login, and the person wants to know before it how often the PIN will be asked for: so what was
 * seen is kept, as an empty file for each token (the name is the SHA-256 of the storage's id), and hosts of several browsers need no lock.
 */
public final class EachUse {
    private final Path folder;
    private final DurableFiles files;

    /** @param folder of the host's own; it need not be there */
    public EachUse(Path folder, DurableFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /** Whether such a key was seen on the token. */
    public boolean holds(String storage) {
        return Files.exists(file(storage));
    }

    /** One was seen. */
    public void seen(String storage) {
        if (!holds(storage)) {
            keep(storage);
        }
    }

    /** The token has made a key that does not want it: what another was like says nothing of the next. */
    public void notSeen(String storage) {
        if (holds(storage)) {
            drop(storage);
        }
    }

    /** It is only for a number in a window: where it cannot be written the work goes on. */
    private void keep(String storage) {
        try {
            files.replace(file(storage), new byte[0], _ -> {});
        } catch (Fault e) {
            return;
        }
    }

    private void drop(String storage) {
        try {
            files.remove(file(storage));
        } catch (Fault e) {
            return; // As above.
        }
    }

    private Path file(String storage) {
        byte[] octets = storage.getBytes(StandardCharsets.UTF_8);
        SHA256Digest digest = new SHA256Digest();
        digest.update(octets, 0, octets.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return folder.resolve(HexFormat.of().formatHex(hash));
    }
}
