// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** Makes key pairs. */
public final class KeyGenerator {
    private static final byte[] TEST_MESSAGE = "pairwise consistency".getBytes(StandardCharsets.US_ASCII);

    /**
     * Makes a key pair, and signs and verifies once with it (pairwise consistency test, FIPS 140-3 section 10.3.5): a pair that does not
     * fit is better found now than by the CA.
     *
     * @param random the only source of the key; seeded by the caller
     * @return to be closed by the caller
     */
    public SoftwareKey generate(KeyAlgorithm algorithm, SecureRandom random) {
        Scheme scheme = switch (algorithm) {
            case GOST_2012_256 -> GostScheme.BITS_256;
            case GOST_2012_512 -> GostScheme.BITS_512;
            case EC_P256 -> EcScheme.INSTANCE;
            case RSA_3072 -> RsaScheme.INSTANCE;
        };
        SoftwareKey key;
        try (Secret pkcs8 = Secret.owning(scheme.generate(random))) {
            key = SoftwareKeys.fromPkcs8(pkcs8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] signature = key.sign(TEST_MESSAGE);
        if (!SignatureVerifier.verifies(key.publicKey(), key.signatureAlgorithm(), TEST_MESSAGE, signature)) {
            key.close();
            throw new Fault(ErrorCode.INTERNAL_ERROR, "the new key pair is not consistent");
        }
        return key;
    }
}
