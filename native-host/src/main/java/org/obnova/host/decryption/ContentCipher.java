// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.UntrustedDer;

/** How a content was encrypted, the parameters read: all that can be known without a key is known when there is one. */
interface ContentCipher {
    /** How many octets the content's key has. */
    int keyOctets();

    /**
     * Decrypts.
     *
     * @param key of {@link #keyOctets()} octets
     * @throws InvalidCipherTextException when the content is not what was encrypted with this key
     */
    byte[] decrypt(byte[] key, EncryptedMessage message) throws InvalidCipherTextException;

    /**
     * That of an algorithm.
     *
     * @throws Fault {@code CIPHER_UNSUPPORTED}; {@code MESSAGE_DAMAGED} where the parameters cannot be read
     */
    static ContentCipher of(AlgorithmIdentifier algorithm) {
        String oid = algorithm.getAlgorithm().getId();
        return UntrustedDer.read(ErrorCode.MESSAGE_DAMAGED, "parameters of the cipher", () -> switch (oid) {
            case "2.16.840.1.101.3.4.1.2" -> BlockChaining.aes(16, algorithm.getParameters());
            case "2.16.840.1.101.3.4.1.22" -> BlockChaining.aes(24, algorithm.getParameters());
            case "2.16.840.1.101.3.4.1.42" -> BlockChaining.aes(32, algorithm.getParameters());
            case "1.2.840.113549.3.7" -> BlockChaining.tripleDes(algorithm.getParameters());
            case "2.16.840.1.101.3.4.1.6" -> GaloisCounter.of(16, algorithm.getParameters());
            case "2.16.840.1.101.3.4.1.26" -> GaloisCounter.of(24, algorithm.getParameters());
            case "2.16.840.1.101.3.4.1.46" -> GaloisCounter.of(32, algorithm.getParameters());
            case "1.2.643.2.2.21" -> GostContent.feedback(algorithm.getParameters());
            case "1.2.643.7.1.1.5.1.1" -> GostContent.counter(true, false, algorithm.getParameters());
            case "1.2.643.7.1.1.5.1.2" -> GostContent.counter(true, true, algorithm.getParameters());
            case "1.2.643.7.1.1.5.2.1" -> GostContent.counter(false, false, algorithm.getParameters());
            case "1.2.643.7.1.1.5.2.2" -> GostContent.counter(false, true, algorithm.getParameters());
            default -> throw new Fault(ErrorCode.CIPHER_UNSUPPORTED, "content encryption " + oid);
        });
    }
}
