// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.DecryptingKey;
import org.obnova.host.keys.UntrustedDer;

/** How the key of a content comes out of what the message has for a recipient, the parameters read: what is not supported is known before a key is asked for. */
interface KeyUnwrapping {
    /**
     * The content's key; the caller zeroes it.
     *
     * @throws InvalidCipherTextException when it was not wrapped for this key
     * @throws Fault {@code MESSAGE_DAMAGED} as well
     */
    byte[] unwrap(DecryptingKey key) throws InvalidCipherTextException, IOException;

    /**
     * That for a recipient.
     *
     * @param octets of the content's key
     * @throws Fault {@code CIPHER_UNSUPPORTED}; {@code MESSAGE_DAMAGED} where the parameters cannot be read
     */
    static KeyUnwrapping of(Recipient recipient, int octets, SecureRandom random) {
        return UntrustedDer.read(ErrorCode.MESSAGE_DAMAGED, "parameters of the key", () -> switch (recipient) {
            case Recipient.Transport transport -> transport(transport, octets, random);
            case Recipient.Agreement agreement -> EcUnwrapping.of(agreement, octets);
        });
    }

    private static KeyUnwrapping transport(Recipient.Transport recipient, int octets, SecureRandom random)
            throws IOException {
        byte[] encrypted = recipient.encryptedKey();
        String oid = recipient.algorithm().getAlgorithm().getId();
        return switch (oid) {
            case "1.2.840.113549.1.1.1" ->
                key -> {
                    byte[] otherwise = new byte[octets];
                    random.nextBytes(otherwise);
                    return key.unwrapPkcs1(encrypted, otherwise);
                };
            case "1.2.840.113549.1.1.7" -> {
                RSAESOAEPparams parameters = recipient.algorithm().getParameters() == null
                        ? new RSAESOAEPparams()
                        : RSAESOAEPparams.getInstance(recipient.algorithm().getParameters());
                yield key -> key.unwrapOaep(encrypted, parameters);
            }
            case "1.2.643.7.1.1.1.1", "1.2.643.7.1.1.1.2" -> GostUnwrapping.cryptoPro(encrypted);
            case "1.2.643.7.1.1.7.1.1" -> GostUnwrapping.exported(true, encrypted);
            case "1.2.643.7.1.1.7.2.1" -> GostUnwrapping.exported(false, encrypted);
            default -> throw new Fault(ErrorCode.CIPHER_UNSUPPORTED, "key transport " + oid);
        };
    }
}
