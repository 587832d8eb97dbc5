// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.Hashing;
import org.obnova.host.storage.folder.pkcs12.Bags;
import org.obnova.host.storage.folder.pkcs12.OpenedPfx;

/**
 * What a container of ours says of itself, in an attribute of its key bag that other programs ignore:
 *
 * <pre>
 * Mark ::= SEQUENCE {
 *   formatVersion INTEGER,           -- first in every version to come
 *   publicKey     SubjectPublicKeyInfo,
 *   needsPassword BOOLEAN,
 *   checksum      OCTET STRING }     -- SHA-256
 * </pre>
 *
 * The public key names a key that has no certificate yet. The checksum tells damage from a wrong password, and shows damage before a password is asked for: it
 * is that of the content that the MAC protects, with zeros in the checksum's own place, followed by the salt and the iteration count of the MAC.
 */
record Mark(SubjectPublicKeyInfo publicKey, boolean needsPassword, Checksum checksum) {
    static final int FORMAT_VERSION = 1;

    /** An arc made of a UUID (ITU-T X.667), which needs no registration. */
    static final ASN1ObjectIdentifier OID = new ASN1ObjectIdentifier("2.25.73698963737107867216253356566212723884.1");

    /** 32 octets. */
    static final class Checksum {
        private static final int OCTETS = 32;

        private final byte[] octets;

        private Checksum(byte[] octets) {
            this.octets = octets;
        }

        /** Stands in the content while the checksum is made. */
        static Checksum zeros() {
            return new Checksum(new byte[OCTETS]);
        }

        /** Of a content that has zeros in the checksum's place. */
        static Checksum of(byte[] content, byte[] salt, BigInteger iterations) {
            byte[] both = org.bouncycastle.util.Arrays.concatenate(content, salt, iterations.toByteArray());
            return new Checksum(Hashing.hash(NISTObjectIdentifiers.id_sha256, both));
        }

        /** Whether a content that has this checksum in it is whole. */
        boolean holds(byte[] content, byte[] salt, BigInteger iterations) {
            int place = indexIn(content);
            if (place < 0) {
                return false;
            }
            byte[] zeroed = content.clone();
            Arrays.fill(zeroed, place, place + OCTETS, (byte) 0);
            return MessageDigest.isEqual(of(zeroed, salt, iterations).octets, octets);
        }

        private int indexIn(byte[] content) {
            for (int i = 0; i + OCTETS <= content.length; i++) {
                if (Arrays.equals(content, i, i + OCTETS, octets, 0, OCTETS)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** The bag of the key that is marked. */
    static Optional<SafeBag> bag(OpenedPfx pfx) {
        return pfx.bags().keys().stream()
                .filter(each -> Bags.attribute(each, OID).isPresent())
                .findFirst();
    }

    /**
     * The mark of the container; empty in one that another program made.
     *
     * @throws Fault {@code CONTAINER_DAMAGED} when the checksum is wrong, {@code CONTAINER_NEWER}
     */
    static Optional<Mark> of(OpenedPfx pfx) throws IOException {
        Optional<ASN1Encodable> value = bag(pfx).flatMap(each -> Bags.attribute(each, OID));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Mark found = read(value.get());
        boolean whole = pfx.mac()
                .filter(mac -> found.checksum().holds(pfx.content(), mac.getSalt(), mac.getIterationCount()))
                .isPresent();
        if (!whole) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the checksum is wrong");
        }
        return Optional.of(found);
    }

    /** Reads the attribute's value. */
    private static Mark read(ASN1Encodable value) throws IOException {
        ASN1Sequence sequence = ASN1Sequence.getInstance(value);
        BigInteger version = ASN1Integer.getInstance(sequence.getObjectAt(0)).getValue();
        if (version.compareTo(BigInteger.valueOf(FORMAT_VERSION)) > 0) {
            throw new Fault(ErrorCode.CONTAINER_NEWER, "format version " + version);
        }
        byte[] checksum = ASN1OctetString.getInstance(sequence.getObjectAt(3)).getOctets();
        if (sequence.size() != 4 || version.intValueExact() != FORMAT_VERSION || checksum.length != Checksum.OCTETS) {
            throw new IOException("mark of another form");
        }
        return new Mark(
                SubjectPublicKeyInfo.getInstance(sequence.getObjectAt(1)),
                ASN1Boolean.getInstance(sequence.getObjectAt(2)).isTrue(),
                new Checksum(checksum));
    }

    ASN1Primitive toAsn1() {
        return new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(FORMAT_VERSION),
            publicKey,
            ASN1Boolean.getInstance(needsPassword),
            new DEROctetString(checksum.octets)
        });
    }
}
