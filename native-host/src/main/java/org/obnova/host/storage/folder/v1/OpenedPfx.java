// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.keys.SoftwareKeys;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.tc26.MaskedKeys;

/** A PKCS#12 container, decoded as far as it goes without a password, and then with one. */
final class OpenedPfx {
    /** Each costs a derivation. Others encrypt the certificates in one part, and at most the key in another. */
    private static final int MOST_ENCRYPTED = 4;

    private final byte[] content;
    private final @Nullable MacData mac;
    private final Bags bags = new Bags();
    private final List<EncryptedData> encrypted = new ArrayList<>();
    private final @Nullable Mark mark;

    private OpenedPfx(byte[] content, @Nullable MacData mac) throws IOException {
        this.content = content;
        this.mac = mac;
        for (ContentInfo part : AuthenticatedSafe.getInstance(content).getContentInfo()) {
            if (part.getContentType().equals(PKCSObjectIdentifiers.data)) {
                bags.add(ASN1Sequence.getInstance(octets(part)));
            } else if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                encrypted.add(EncryptedData.getInstance(content(part)));
            } else {
                throw unsupported("part", part.getContentType());
            }
        }
        if (encrypted.size() > MOST_ENCRYPTED) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "too many encrypted parts");
        }
        this.mark = checkedMark();
    }

    /** Decodes; a container of ours is also checked against its checksum. */
    static OpenedPfx of(byte[] container) throws IOException {
        Pfx pfx = Pfx.getInstance(container);
        if (!pfx.getAuthSafe().getContentType().equals(PKCSObjectIdentifiers.data)) {
            throw unsupported("container", pfx.getAuthSafe().getContentType());
        }
        return new OpenedPfx(octets(pfx.getAuthSafe()), pfx.getMacData());
    }

    Bags bags() {
        return bags;
    }

    Optional<Mark> mark() {
        return Optional.ofNullable(mark);
    }

    /** Whether something lies encrypted beside the key: perhaps its certificate. */
    boolean hidesMore() {
        return !encrypted.isEmpty();
    }

    /** Whether trying a password, and opening what it then opens, costs little enough to do it for a mere list. */
    boolean isCheapToTry() {
        return mac != null
                && PfxMac.isCheap(mac)
                && encrypted.stream().allMatch(part -> Pbes2.isCheap(part.getEncryptionAlgorithm()))
                && bags.key().filter(OpenedPfx::isShrouded).map(OpenedPfx::shrouded).stream()
                        .allMatch(key -> Pbes2.isCheap(key.getEncryptionAlgorithm()));
    }

    private static boolean isShrouded(SafeBag bag) {
        return bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag);
    }

    private static EncryptedPrivateKeyInfo shrouded(SafeBag bag) {
        return EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
    }

    /** Whether the MAC is that of the password. A container without MAC is open to all until its key does not decrypt. */
    boolean accepts(Secret password) {
        return mac == null || PfxMac.verifies(mac, content, password);
    }

    /** Decrypts the parts that are encrypted whole, and reads their bags too. */
    void reveal(Secret password) throws IOException {
        for (EncryptedData part : encrypted) {
            byte[] plain = decrypt(part.getEncryptionAlgorithm(), octets(part.getContent()), password);
            bags.add(ASN1Sequence.getInstance(plain));
        }
        encrypted.clear();
    }

    /** Decrypts the key, after {@link #accepts}. The caller closes it. */
    SoftwareKey key(Secret password) throws IOException {
        SafeBag bag =
                bags.key().orElseThrow(() -> new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "there is no key inside"));
        if (bag.getBagId().equals(PKCSObjectIdentifiers.keyBag)) {
            try (Secret pkcs8 =
                    Secret.owning(bag.getBagValue().toASN1Primitive().getEncoded())) {
                return unmasked(pkcs8);
            }
        }
        EncryptedPrivateKeyInfo shrouded = shrouded(bag);
        byte[] plain = decrypt(shrouded.getEncryptionAlgorithm(), shrouded.getEncryptedData(), password);
        try (Secret pkcs8 = Secret.owning(plain)) {
            return unmasked(pkcs8);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static SoftwareKey unmasked(Secret pkcs8) throws IOException {
        try (Secret plain = MaskedKeys.unmasked(pkcs8)) {
            return SoftwareKeys.fromPkcs8(plain);
        }
    }

    private byte[] decrypt(AlgorithmIdentifier algorithm, byte[] octets, Secret password) {
        try {
            return Pbes2.decrypt(algorithm, password, octets);
        } catch (InvalidCipherTextException e) {
            ErrorCode code = mac == null ? ErrorCode.WRONG_PASSWORD : ErrorCode.CONTAINER_DAMAGED;
            throw new Fault(code, "the container does not decrypt", e);
        }
    }

    private @Nullable Mark checkedMark() throws IOException {
        Optional<SafeBag> key = bags.key();
        if (key.isEmpty()) {
            return null;
        }
        var value = Bags.attribute(key.get(), Mark.OID);
        if (value.isEmpty()) {
            return null;
        }
        Mark found = Mark.read(value.get());
        if (mac == null || !found.checksum().holds(content, mac.getSalt(), mac.getIterationCount())) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the checksum is wrong");
        }
        return found;
    }

    private static byte[] octets(ContentInfo part) throws IOException {
        return octets(ASN1OctetString.getInstance(content(part)));
    }

    private static ASN1Encodable content(ContentInfo part) throws IOException {
        return there(part.getContent());
    }

    private static byte[] octets(@Nullable ASN1OctetString string) throws IOException {
        return there(string).getOctets();
    }

    /** The library gives null for what an encoding leaves out. */
    private static <T> T there(@Nullable T part) throws IOException {
        if (part == null) {
            throw new IOException("a part has no content");
        }
        return part;
    }

    private static Fault unsupported(String what, ASN1ObjectIdentifier type) {
        return new Fault(ErrorCode.CONTAINER_UNSUPPORTED, what + " of type " + type.getId());
    }
}
