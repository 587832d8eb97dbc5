// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.engines.DESedeWrapEngine;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.Pack;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.DecryptingKey;

/** ECDH with an ephemeral key, the derivation of ANSI X9.63, and a key wrap (RFC 5753 sections 3.1 and 7.2). The curves in use have cofactor 1. */
final class EcUnwrapping implements KeyUnwrapping {
    private static final String TRIPLE_DES_WRAP = "1.2.840.113549.1.9.16.3.6";

    private final Recipient.Agreement recipient;
    private final int octets;
    private final Digest digest;
    private final AlgorithmIdentifier wrap;
    private final int wrapKeyOctets;

    private EcUnwrapping(Recipient.Agreement recipient, int octets) throws IOException {
        this.recipient = recipient;
        this.octets = octets;
        this.digest = digest(recipient.algorithm().getAlgorithm().getId());
        this.wrap = AlgorithmIdentifier.getInstance(recipient.algorithm().getParameters());
        if (wrap == null) {
            throw new IOException("no key wrap");
        }
        this.wrapKeyOctets = wrapKeyOctets(wrap.getAlgorithm().getId());
    }

    static KeyUnwrapping of(Recipient.Agreement recipient, int octets) throws IOException {
        return new EcUnwrapping(recipient, octets);
    }

    @Override
    public byte[] unwrap(DecryptingKey key) throws InvalidCipherTextException, IOException {
        byte[] shared = key.agree(recipient.originator());
        byte[] wrapKey = new byte[wrapKeyOctets];
        KDF2BytesGenerator derivation = new KDF2BytesGenerator(digest);
        derivation.init(new KDFParameters(shared, sharedInfo()));
        derivation.generateBytes(wrapKey, 0, wrapKey.length);
        Arrays.fill(shared, (byte) 0);
        Wrapper unwrapper =
                wrap.getAlgorithm().getId().equals(TRIPLE_DES_WRAP) ? new DESedeWrapEngine() : new AESWrapEngine();
        unwrapper.init(false, new KeyParameter(wrapKey));
        Arrays.fill(wrapKey, (byte) 0);
        byte[] wrapped = recipient.encryptedKey();
        byte[] found = unwrapper.unwrap(wrapped, 0, wrapped.length);
        if (found.length != octets) {
            throw new InvalidCipherTextException("a key of another length");
        }
        return found;
    }

    /** ECC-CMS-SharedInfo (RFC 5753 section 7.2). */
    private byte[] sharedInfo() throws IOException {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(wrap);
        byte[] ukm = recipient.ukm();
        if (ukm != null) {
            parts.add(new DERTaggedObject(true, 0, new DEROctetString(ukm)));
        }
        parts.add(new DERTaggedObject(true, 2, new DEROctetString(Pack.intToBigEndian(8 * wrapKeyOctets))));
        return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    }

    private static int wrapKeyOctets(String oid) {
        return switch (oid) {
            case "2.16.840.1.101.3.4.1.5" -> 16;
            case "2.16.840.1.101.3.4.1.25", TRIPLE_DES_WRAP -> 24;
            case "2.16.840.1.101.3.4.1.45" -> 32;
            default -> throw new Fault(ErrorCode.CIPHER_UNSUPPORTED, "key wrap " + oid);
        };
    }

    /** Of the schemes of RFC 5753 section 7.1.4, with or without the cofactor. */
    private static Digest digest(String oid) {
        return switch (oid) {
            case "1.3.133.16.840.63.0.2", "1.3.133.16.840.63.0.3" -> new SHA1Digest();
            case "1.3.132.1.11.0", "1.3.132.1.14.0" -> new SHA224Digest();
            case "1.3.132.1.11.1", "1.3.132.1.14.1" -> new SHA256Digest();
            case "1.3.132.1.11.2", "1.3.132.1.14.2" -> new SHA384Digest();
            case "1.3.132.1.11.3", "1.3.132.1.14.3" -> new SHA512Digest();
            default -> throw new Fault(ErrorCode.CIPHER_UNSUPPORTED, "key agreement " + oid);
        };
    }
}
