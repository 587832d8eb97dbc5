// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.tc26.TransportCipher;

/** Which of the ways to encrypt with a password a part of a container uses. */
final class Encryption {
    private Encryption() {}

    /** Whether its derivation costs little enough for a mere list; what is not known costs nothing, because it is refused. */
    static boolean isCheap(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
            if (TransportCipher.isOne(scheme)) {
                return TransportCipher.isCheap(scheme);
            }
        }
        return Stretching.isCheap(iterations(algorithm));
    }

    /** How often the password is hashed; 0 where that is not known. */
    static BigInteger iterations(AlgorithmIdentifier algorithm) {
        if (OlderPbe.isOne(algorithm)) {
            return OlderPbe.iterations(algorithm);
        }
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            return BigInteger.ZERO;
        }
        var derivation = PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
        return derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                ? PBKDF2Params.getInstance(derivation.getParameters()).getIterationCount()
                : BigInteger.ZERO;
    }

    /** Whether the password is right, as far as the octets can tell, also where they have changed. */
    static boolean opens(AlgorithmIdentifier algorithm, Secret password, byte[] encrypted) {
        try {
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
                PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
                if (TransportCipher.isOne(scheme)) {
                    return Plaintext.isFramed(TransportCipher.decryptUnchecked(scheme, password, encrypted));
                }
            }
            Arrays.fill(decrypt(algorithm, password, encrypted), (byte) 0);
            return true;
        } catch (InvalidCipherTextException e) {
            return false;
        }
    }

    /**
     * Decrypts.
     *
     * @throws InvalidCipherTextException when what comes out cannot be what went in: another password, or damage
     * @throws Fault {@code CONTAINER_UNSUPPORTED}
     */
    static byte[] decrypt(AlgorithmIdentifier algorithm, Secret password, byte[] encrypted)
            throws InvalidCipherTextException {
        if (OlderPbe.isOne(algorithm)) {
            return OlderPbe.decrypt(algorithm, password, encrypted);
        }
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            throw new Fault(
                    ErrorCode.CONTAINER_UNSUPPORTED,
                    "encryption by " + algorithm.getAlgorithm().getId());
        }
        PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
        if (TransportCipher.isOne(scheme)) {
            return Attempts.of(() -> TransportCipher.decrypt(scheme, password, encrypted));
        }
        byte[] utf8 = password.copy();
        byte[] bmp = BmpPassword.of(password);
        try {
            // RFC 8018 leaves the encoding open. NSS took the one that the MAC wants for this too, until it was told
            // otherwise.
            return Attempts.of(
                    () -> Pbes2.decrypt(scheme, utf8, encrypted), () -> Pbes2.decrypt(scheme, bmp, encrypted));
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(bmp, (byte) 0);
        }
    }
}
