// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.cryptopro;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** The file {@code header.key}: what the container holds and how its password is recognised. */
final class Header {
    /** The MAC of the header is no secret's: it finds damage, not forgery. */
    private static final byte[] MAC_KEY = new byte[32];

    private static final int PASSWORD_MAC = 2;

    /** The bit of a tag that has parts (X.690 section 8.1.2.5). */
    private static final int CONSTRUCTED = 0x20;

    /** Where the tagged parts of each pair stand. */
    private enum Tags {
        FIRST(-1, 5, 10),
        SECOND(4, 6, 11);

        private final int parameters;
        private final int certificate;
        private final int fingerprint;

        Tags(int parameters, int certificate, int fingerprint) {
            this.parameters = parameters;
            this.certificate = certificate;
            this.fingerprint = fingerprint;
        }
    }

    /**
     * One key pair.
     *
     * @param exportable whether its owner may copy it, as its flags say
     * @param algorithm of the key, with curve and digest
     * @param fingerprint the first 8 octets of the public key
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Pair(
            boolean exportable,
            AlgorithmIdentifier algorithm,
            Optional<X509CertificateHolder> certificate,
            byte[] fingerprint) {}

    private final ASN1Sequence firstParameters;
    private final Map<Integer, ASN1TaggedObject> tagged = new HashMap<>();

    private Header(ASN1Sequence content) throws IOException {
        ASN1Sequence parameters = null;
        for (ASN1Encodable each : content) {
            if (each instanceof ASN1TaggedObject part) {
                tagged.put(part.getTagNo(), part);
            } else if (each instanceof ASN1Sequence sequence && parameters == null) {
                parameters = sequence;
            }
        }
        if (parameters == null) {
            throw new IOException("a header without the key's parameters");
        }
        this.firstParameters = parameters;
    }

    /**
     * Decodes and checks the MAC.
     *
     * @throws Fault {@code CONTAINER_DAMAGED}
     */
    static Header read(byte[] der) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        if (parts.size() < 2) {
            throw new IOException("a header of " + parts.size() + " parts");
        }
        ASN1Sequence content = ASN1Sequence.getInstance(parts.getObjectAt(0));
        byte[] mac = ASN1OctetString.getInstance(parts.getObjectAt(1)).getOctets();
        if (!MessageDigest.isEqual(mac, Gost28147.mac(MAC_KEY, firstPart(der)))) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the MAC of the header is wrong");
        }
        return new Header(content);
    }

    /** The octets of the first part as they stand, because another encoding of them would have another MAC. */
    private static byte[] firstPart(byte[] sequence) {
        int from = contentAt(sequence, 0);
        int content = contentAt(sequence, from);
        int length = sequence[from + 1] & 0xFF;
        if (length >= 0x80) {
            length = new BigInteger(1, Arrays.copyOfRange(sequence, from + 2, content)).intValueExact();
        }
        return Arrays.copyOfRange(sequence, from, content + length);
    }

    /** Where the content of the value that begins there begins (X.690 section 8.1.3); tags of one octet. */
    private static int contentAt(byte[] der, int at) {
        int length = der[at + 1] & 0xFF;
        return at + 2 + (length >= 0x80 ? length & 0x7F : 0);
    }

    /** What the first pair's fingerprint gives under the key of the right password; empty where the container does not say. */
    Optional<byte[]> passwordMac() {
        return octets(PASSWORD_MAC);
    }

    Pair first() throws IOException {
        return pair(firstParameters, Tags.FIRST);
    }

    Optional<Pair> second() throws IOException {
        ASN1TaggedObject parameters = tagged.get(Tags.SECOND.parameters);
        return parameters == null
                ? Optional.empty()
                : Optional.of(pair(ASN1Sequence.getInstance(parameters, false), Tags.SECOND));
    }

    private Pair pair(ASN1Sequence parameters, Tags tags) throws IOException {
        boolean exportable = false;
        AlgorithmIdentifier algorithm = null;
        for (ASN1Encodable each : parameters) {
            if (each instanceof ASN1BitString flags) {
                exportable = flags.getBytes().length > 0 && (flags.getBytes()[0] & 0x80) != 0;
            } else if (each instanceof ASN1TaggedObject part && part.getTagNo() == 0) {
                algorithm = AlgorithmIdentifier.getInstance(part, false);
            }
        }
        if (algorithm == null) {
            throw new IOException("a pair without its algorithm");
        }
        byte[] fingerprint =
                octets(tags.fingerprint).orElseThrow(() -> new IOException("a pair without its fingerprint"));
        return new Pair(exportable, algorithm, certificate(tagged.get(tags.certificate)), fingerprint);
    }

    private Optional<byte[]> octets(int tag) {
        return Optional.ofNullable(tagged.get(tag))
                .map(part -> ASN1OctetString.getInstance(part, false).getOctets());
    }

    /** Programs write it as octets, or as the certificate itself, with its own tag or under that of the part. */
    private static Optional<X509CertificateHolder> certificate(@Nullable ASN1TaggedObject part) throws IOException {
        if (part == null) {
            return Optional.empty();
        }
        if ((part.getEncoded()[0] & CONSTRUCTED) == 0) {
            return Optional.of(
                    Certificates.read(ASN1OctetString.getInstance(part, false).getOctets()));
        }
        ASN1Sequence certificate = ASN1Sequence.getInstance(part, false);
        if (certificate.size() == 1) {
            certificate = ASN1Sequence.getInstance(certificate.getObjectAt(0));
        }
        return Optional.of(Certificates.read(certificate.getEncoded(ASN1Encoding.DER)));
    }
}
