// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.VisibleText;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.keys.UntrustedDer;
import org.obnova.host.secret.Secret;

/**
 * Writes containers of format version 1 and reads them, ordinary PKCS#12 with PBES2 and AES, and transport containers of TC 26. Files are not its business. Safe for use by
 * several threads.
 */
public final class ContainerCodec {
    /** Octets; a container of ours has about 2 to 8 thousand. */
    private static final int LARGEST = 1 << 20;

    private static final int LONGEST_LABEL = 200;

    /**
     * Writes a container; the label, the public key and the chain are readable without the password.
     *
     * @param chain the key's certificate and its issuers, leaf first; empty before issue
     * @param label what a person calls it; characters that do not show themselves are replaced
     * @param password may be empty
     * @param random for salts and the initialisation vector
     * @throws Fault {@code CERTIFICATE_KEY_MISMATCH} when the first certificate is another key's
     */
    public byte[] seal(
            SoftwareKey key, List<X509CertificateHolder> chain, String label, Secret password, SecureRandom random) {
        if (!chain.isEmpty()
                && !PublicKeys.same(key.publicKey(), chain.getFirst().getSubjectPublicKeyInfo())) {
            throw new Fault(ErrorCode.CERTIFICATE_KEY_MISMATCH, "the certificate is another key's");
        }
        try {
            return SealedPfx.of(key, chain, shown(label), password, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what lies open. Of a container that another program made, the public key comes from its certificate; where that is encrypted too, from what the
     * empty password opens.
     *
     * @throws Fault {@code CONTAINER_DAMAGED}, {@code CONTAINER_NEWER}; {@code CONTAINER_UNSUPPORTED} also for one that tells nothing without its password
     */
    public Content inspect(byte[] container) {
        return read(container, () -> {
            OpenedPfx pfx = OpenedPfx.of(container);
            Optional<Mark> mark = pfx.mark();
            if (mark.isPresent()) {
                return content(
                        pfx,
                        mark.get().publicKey(),
                        Mark.FORMAT_VERSION,
                        mark.get().needsPassword());
            }
            boolean opensEmpty;
            try (Secret empty = Secret.empty()) {
                opensEmpty = pfx.isCheapToTry() && pfx.accepts(empty);
                if (opensEmpty && pfx.hidesMore()) {
                    pfx.reveal(empty);
                    opensEmpty = pfx.isCheapToTry();
                }
            }
            return content(pfx, foreignPublicKey(pfx, opensEmpty), 0, !opensEmpty);
        });
    }

    /**
     * Reads all but the key with the password, for containers that tell nothing without it.
     *
     * @throws Fault {@code WRONG_PASSWORD} and as {@link #inspect(byte[])}
     */
    public Content inspect(byte[] container, Secret password) {
        try (SoftwareKey key = open(container, password)) {
            return read(container, () -> {
                OpenedPfx pfx = OpenedPfx.of(container);
                pfx.reveal(password);
                int version = pfx.mark().isPresent() ? Mark.FORMAT_VERSION : 0;
                return content(pfx, key.publicKey(), version, !password.isEmpty());
            });
        }
    }

    /**
     * Opens the key; the caller closes it.
     *
     * @throws Fault {@code WRONG_PASSWORD} and as {@link #inspect(byte[])}
     */
    public SoftwareKey open(byte[] container, Secret password) {
        return read(container, () -> {
            OpenedPfx pfx = OpenedPfx.of(container);
            if (pfx.bags().key().isEmpty() && !pfx.hidesMore()) {
                throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "there is no key inside");
            }
            if (!pfx.accepts(password)) {
                throw new Fault(ErrorCode.WRONG_PASSWORD, "the MAC is another password's");
            }
            if (pfx.bags().key().isEmpty()) {
                pfx.reveal(password);
            }
            SoftwareKey key = pfx.key(password);
            if (pfx.mark().isPresent()
                    && !PublicKeys.same(key.publicKey(), pfx.mark().get().publicKey())) {
                key.close();
                throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the key is not the one that the container names");
            }
            return key;
        });
    }

    private static Content content(OpenedPfx pfx, SubjectPublicKeyInfo key, int formatVersion, boolean needsPassword) {
        String label = pfx.bags().key().flatMap(Bags::friendlyName).orElse("");
        return new Content(
                shown(label), key, ChainOrder.of(key, pfx.bags().certificates()), formatVersion, needsPassword);
    }

    private static SubjectPublicKeyInfo foreignPublicKey(OpenedPfx pfx, boolean opensEmpty) throws IOException {
        if (opensEmpty) {
            try (Secret empty = Secret.empty();
                    SoftwareKey key = pfx.key(empty)) {
                return key.publicKey();
            }
        }
        var keyId = pfx.bags().key().flatMap(Bags::localKeyId);
        List<X509CertificateHolder> chain = ChainOrder.of(keyId, pfx.bags().certificates());
        if (chain.isEmpty() || pfx.bags().key().isEmpty()) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "the container tells nothing without its password");
        }
        return chain.getFirst().getSubjectPublicKeyInfo();
    }

    private static String shown(String label) {
        String shown = VisibleText.shown(label);
        int length = Math.min(LONGEST_LABEL, shown.codePointCount(0, shown.length()));
        return shown.substring(0, shown.offsetByCodePoints(0, length));
    }

    private static <T> T read(byte[] container, UntrustedDer.Reading<T> reading) {
        if (container.length > LARGEST) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "container of " + container.length + " octets");
        }
        try {
            return UntrustedDer.read(ErrorCode.CONTAINER_DAMAGED, "container", reading);
        } catch (Fault e) {
            if (e.code() == ErrorCode.CERTIFICATE_INVALID) {
                throw new Fault(ErrorCode.CONTAINER_DAMAGED, "a certificate inside cannot be read", e);
            }
            throw e;
        }
    }
}
