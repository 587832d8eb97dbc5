// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.keys.UntrustedDer;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.pkcs12.Effort;
import org.obnova.host.storage.folder.pkcs12.OpenedPfx;

/**
 * Writes containers of format version 1 and reads them, ordinary PKCS#12 of other programs, and transport containers of TC 26. Files are not its business. Safe for use by
 * several threads.
 */
public final class ContainerCodec {
    /** Octets; a container of ours has about 2 to 8 thousand. */
    private static final int LARGEST = 1 << 20;

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
            return SealedPfx.of(key, chain, Contents.shown(label), password, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what lies open. Of a container that another program made, the public keys come from its certificates; where those are encrypted too, from what the
     * empty password opens.
     *
     * @return one entry for each key, at least one
     * @throws Fault {@code CONTAINER_DAMAGED}, {@code CONTAINER_NEWER}, {@code CONTAINER_WITHOUT_KEY}; {@code CONTAINER_UNSUPPORTED} also for one that tells
     *     nothing without its password
     */
    public List<Content> inspectAll(byte[] container) {
        return inspectAll(container, Effort.ofOneFile());
    }

    /**
     * As {@link #inspectAll(byte[])}, one of many.
     *
     * @param effort for all of them
     */
    public List<Content> inspectAll(byte[] container, Effort effort) {
        return read(container, () -> {
            OpenedPfx pfx = OpenedPfx.of(container);
            Optional<Mark> mark = Mark.of(pfx);
            requireKey(pfx);
            return mark.isPresent() ? Contents.marked(pfx, mark.get()) : Contents.ofForeign(pfx, effort);
        });
    }

    /** The first of {@link #inspectAll(byte[])}: a container of ours holds one key. */
    public Content inspect(byte[] container) {
        return inspectAll(container).getFirst();
    }

    /**
     * Reads everything but the private numbers with the password, for containers that tell nothing without it.
     *
     * @throws Fault {@code WRONG_PASSWORD} and as {@link #inspectAll(byte[])}
     */
    public List<Content> inspectAll(byte[] container, Secret password) {
        return read(container, () -> {
            OpenedPfx pfx = OpenedPfx.of(container);
            Optional<Mark> mark = Mark.of(pfx);
            requireKey(pfx);
            pfx.unlock(password);
            pfx.reveal(password);
            return mark.isPresent() ? Contents.marked(pfx, mark.get()) : Contents.opened(pfx, password);
        });
    }

    /** The first of {@link #inspectAll(byte[], Secret)}. */
    public Content inspect(byte[] container, Secret password) {
        return inspectAll(container, password).getFirst();
    }

    /**
     * Opens the first key; the caller closes it.
     *
     * @throws Fault {@code WRONG_PASSWORD} and as {@link #inspectAll(byte[])}
     */
    public SoftwareKey open(byte[] container, Secret password) {
        return open(container, password, key -> true);
    }

    /**
     * Opens the key of that public key; the caller closes it.
     *
     * @throws Fault {@code WRONG_PASSWORD} and as {@link #inspectAll(byte[])}; {@code CONTAINER_DAMAGED} where it is not inside
     */
    public SoftwareKey open(byte[] container, Secret password, SubjectPublicKeyInfo wanted) {
        return open(container, password, key -> PublicKeys.same(key, wanted));
    }

    private static SoftwareKey open(byte[] container, Secret password, Predicate<SubjectPublicKeyInfo> wanted) {
        return read(container, () -> {
            OpenedPfx pfx = OpenedPfx.of(container);
            Optional<Mark> mark = Mark.of(pfx);
            requireKey(pfx);
            pfx.unlock(password);
            if (mark.isPresent()) {
                return opened(pfx, mark.get(), password, wanted);
            }
            pfx.reveal(password);
            for (SafeBag bag : pfx.bags().keys()) {
                // Each key costs a derivation: one that is known to be another is left closed.
                Optional<SubjectPublicKeyInfo> told = Contents.keyOf(pfx, bag);
                if (told.isPresent() && !wanted.test(told.get())) {
                    continue;
                }
                SoftwareKey key = pfx.key(bag, password);
                if (wanted.test(key.publicKey())) {
                    return key;
                }
                key.close();
            }
            ErrorCode code =
                    pfx.bags().keys().isEmpty() ? ErrorCode.CONTAINER_WITHOUT_KEY : ErrorCode.CONTAINER_DAMAGED;
            throw new Fault(code, "the key is not inside");
        });
    }

    private static SoftwareKey opened(OpenedPfx pfx, Mark mark, Secret password, Predicate<SubjectPublicKeyInfo> wanted)
            throws IOException {
        SoftwareKey key = pfx.key(Mark.bag(pfx).orElseThrow(), password);
        if (!PublicKeys.same(key.publicKey(), mark.publicKey()) || !wanted.test(key.publicKey())) {
            key.close();
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the key is not the one that the container names");
        }
        return key;
    }

    private static void requireKey(OpenedPfx pfx) {
        if (pfx.bags().keys().isEmpty() && !pfx.hidesMore()) {
            throw new Fault(ErrorCode.CONTAINER_WITHOUT_KEY, "there is no key inside");
        }
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
