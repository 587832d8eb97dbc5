// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;

/**
 * Ids of media that carry a number of their own. Stable on this computer; on another one, and for who knows the medium's number, there is nothing to compare
 * them with: HMAC-SHA-256 (RFC 2104) of what tells the medium from others, with a random key of this installation. For use by several threads.
 */
public final class MediumIds {
    private static final int KEY_OCTETS = 32;
    private static final int ID_OCTETS = 12;

    private final Path file;
    private final DurableFiles files;
    private final SecureRandom random;

    private byte @Nullable [] key;

    /**
     * @param file holds the key, 32 octets; made when it is first needed
     * @param random makes the key
     */
    public MediumIds(Path file, DurableFiles files, SecureRandom random) {
        this.file = file;
        this.files = files;
        this.random = random;
    }

    /**
     * The id of a medium.
     *
     * @param kind begins the id
     * @param own what tells it from all others of its kind
     * @return the kind, a hyphen, 24 hexadecimal digits
     */
    public String of(String kind, String own) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key()));
        byte[] octets = (kind + "\n" + own).getBytes(StandardCharsets.UTF_8);
        mac.update(octets, 0, octets.length);
        byte[] hash = new byte[mac.getMacSize()];
        mac.doFinal(hash, 0);
        return kind + "-" + HexFormat.of().formatHex(hash, 0, ID_OCTETS);
    }

    private synchronized byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = keptOrMade();
            key = known;
        }
        return known;
    }

    /** Where nothing can be written, the ids are good for as long as this process lives: media can be used all the same. */
    private byte[] keptOrMade() {
        byte[] fresh = new byte[KEY_OCTETS];
        random.nextBytes(fresh);
        try {
            Optional<byte[]> kept = kept();
            if (kept.isPresent()) {
                return kept.get();
            }
            try (InterProcessLock _ = InterProcessLock.acquire(file.resolveSibling(file.getFileName() + ".lock"))) {
                Optional<byte[]> made = kept(); // By another browser's host, in the meantime.
                if (made.isPresent()) {
                    return made.get();
                }
                files.replace(file, fresh, _ -> {});
            }
        } catch (Fault e) {
            return fresh;
        }
        return fresh;
    }

    /** A file of another length is no key: it is replaced. */
    private Optional<byte[]> kept() {
        return files.read(file).filter(octets -> octets.length == KEY_OCTETS);
    }
}
