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
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFile;
import org.obnova.host.platform.InterProcessLock;

/**
 * What media are called towards pages, instead of their serial numbers: HMAC-SHA-256 (RFC 2104) under a key that this person's installation makes once and tells nobody. So the
 * same medium has the same id here every day, and two computers' pages cannot tell that they saw the same one.
 */
public final class Pseudonyms {
    private static final int KEY_OCTETS = 32;
    private static final int ID_OCTETS = 12;

    private final Path file;
    private final SecureRandom random;

    private byte @Nullable [] key;

    /** @param file of the key; made when it is first needed */
    public Pseudonyms(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /** 24 hexadecimal digits for what identifies a medium. */
    public String of(String identity) {
        byte[] text = identity.getBytes(StandardCharsets.UTF_8);
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key()));
        mac.update(text, 0, text.length);
        byte[] tag = new byte[mac.getMacSize()];
        mac.doFinal(tag, 0);
        return HexFormat.of().formatHex(tag, 0, ID_OCTETS);
    }

    private synchronized byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = kept();
            key = known;
        }
        return known;
    }

    private byte[] kept() {
        byte[] fresh = new byte[KEY_OCTETS];
        random.nextBytes(fresh);
        try (InterProcessLock _ = InterProcessLock.acquire(file.resolveSibling(file.getFileName() + ".lock"))) {
            Optional<byte[]> there = DurableFile.read(file).filter(each -> each.length == KEY_OCTETS);
            if (there.isEmpty()) {
                DurableFile.write(file, fresh);
            }
            return there.orElse(fresh);
        } catch (Fault e) {
            if (e.code() != ErrorCode.STORAGE_FULL
                    && e.code() != ErrorCode.STORAGE_READ_ONLY
                    && e.code() != ErrorCode.STORAGE_FAILED) {
                throw e;
            }
            return fresh; // On a full disk media are still listed: under ids that hold until the host ends.
        }
    }
}
