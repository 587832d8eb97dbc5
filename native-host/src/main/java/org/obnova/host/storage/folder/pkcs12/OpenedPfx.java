// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.obnova.host.storage.folder.tc26.TransportMac;

/** A PKCS#12 container, decoded as far as it goes without a password, and then with one. */
public final class OpenedPfx {
    /** Each costs a derivation. Others encrypt the certificates in one part, and at most the key in another. */
    private static final int MOST_ENCRYPTED = 4;

    private static final int MOST_KEYS = 16;

    /** Of all parts together. */
    private static final BigInteger MOST_WHILE_LISTING = BigInteger.valueOf(500_000);

    /** Streebog takes so many times longer than SHA-2. */
    private static final BigInteger SLOWER_HASH = BigInteger.TEN;

    private final byte[] content;
    private final @Nullable MacData mac;
    private final Bags bags = new Bags();
    private final List<EncryptedData> encrypted = new ArrayList<>();

    /** Whether the password is known to be right. */
    private boolean known;

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
        checkCost();
    }

    /** Decodes what lies open. */
    public static OpenedPfx of(byte[] container) throws IOException {
        Pfx pfx = Pfx.getInstance(container);
        if (!pfx.getAuthSafe().getContentType().equals(PKCSObjectIdentifiers.data)) {
            throw unsupported("container", pfx.getAuthSafe().getContentType());
        }
        return new OpenedPfx(octets(pfx.getAuthSafe()), pfx.getMacData());
    }

    /** The bags that could be read so far. */
    public Bags bags() {
        return bags;
    }

    /** The octets that the MAC protects. */
    public byte[] content() {
        return content.clone();
    }

    /** Empty where the container has no MAC. */
    public Optional<MacData> mac() {
        return Optional.ofNullable(mac);
    }

    /** Whether something lies encrypted beside the key: perhaps its certificate. */
    public boolean hidesMore() {
        return !encrypted.isEmpty();
    }

    /** Whether trying a password, and opening what it then opens, costs little enough to do it for a mere list. */
    public boolean isCheapToTry() {
        return mac != null
                && PfxMac.isCheap(mac)
                && PfxMac.iterations(mac).add(sum()).compareTo(MOST_WHILE_LISTING) <= 0
                && algorithms().allMatch(Encryption::isCheap);
    }

    /** What trying a password costs, in iterations of an ordinary hash. */
    public BigInteger costOfATry() {
        if (mac == null) {
            return BigInteger.ZERO;
        }
        BigInteger all = PfxMac.iterations(mac).add(sum());
        return TransportMac.isOne(mac) ? all.multiply(SLOWER_HASH) : all;
    }

    /** Of all that is encrypted, as far as it is known. */
    private Stream<AlgorithmIdentifier> algorithms() {
        return Stream.concat(
                encrypted.stream().map(EncryptedData::getEncryptionAlgorithm),
                bags.keys().stream()
                        .filter(OpenedPfx::isShrouded)
                        .map(bag -> shrouded(bag).getEncryptionAlgorithm()));
    }

    private BigInteger sum() {
        return algorithms().map(Encryption::iterations).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Each part may be within bounds, and all together hang the host. */
    private void checkCost() {
        if (bags.keys().size() > MOST_KEYS) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "too many keys");
        }
        Stretching.checkSum(sum());
    }

    private static boolean isShrouded(SafeBag bag) {
        return bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag);
    }

    private static EncryptedPrivateKeyInfo shrouded(SafeBag bag) {
        return EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
    }

    /**
     * Refuses a password that is not that of the MAC. A container without MAC is open to all until something does not decrypt.
     *
     * @throws Fault {@code WRONG_PASSWORD}; {@code CONTAINER_DAMAGED} where the password opens what is inside nevertheless
     */
    public void unlock(Secret password) {
        if (mac == null) {
            return;
        }
        if (accepts(password)) {
            known = true;
        } else if (opensAnything(password)) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the MAC is wrong, and the password right");
        } else {
            throw new Fault(ErrorCode.WRONG_PASSWORD, "the MAC is another password's");
        }
    }

    /** Whether the MAC is that of the password; so it is where there is none. */
    public boolean accepts(Secret password) {
        return mac == null || PfxMac.verifies(mac, content, password);
    }

    private boolean opensAnything(Secret password) {
        for (EncryptedData part : encrypted) {
            ASN1OctetString octets = part.getContent();
            if (octets != null && Encryption.opens(part.getEncryptionAlgorithm(), password, octets.getOctets())) {
                return true;
            }
        }
        return bags.keys().stream()
                .filter(OpenedPfx::isShrouded)
                .map(OpenedPfx::shrouded)
                .anyMatch(key -> Encryption.opens(key.getEncryptionAlgorithm(), password, key.getEncryptedData()));
    }

    /** Decrypts the parts that are encrypted whole, after {@link #unlock}, and reads their bags too. */
    public void reveal(Secret password) throws IOException {
        for (EncryptedData part : encrypted) {
            byte[] plain = decrypt(part.getEncryptionAlgorithm(), octets(part.getContent()), password);
            bags.add(ASN1Sequence.getInstance(plain));
        }
        encrypted.clear();
        checkCost();
    }

    /** Decrypts one of the keys, after {@link #unlock}. The caller closes it. */
    public SoftwareKey key(SafeBag bag, Secret password) throws IOException {
        if (!isShrouded(bag)) {
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
            byte[] plain = Encryption.decrypt(algorithm, password, octets);
            known = true;
            return plain;
        } catch (InvalidCipherTextException e) {
            ErrorCode code = known ? ErrorCode.CONTAINER_DAMAGED : ErrorCode.WRONG_PASSWORD;
            throw new Fault(code, "the container does not decrypt", e);
        }
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
