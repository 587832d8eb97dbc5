// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.profile;

import java.util.List;
import java.util.Set;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Mechanism;

/**
 * How a token makes a key of one algorithm and signs with it. The templates hold only what differs between algorithms and vendors: the key type, the
 * parameters, and what a vendor insists on. Class, token, private, id, label, sign and verify are for the caller to add.
 *
 * @param keyType the CKK_ number
 * @param generation of C_GenerateKeyPair
 * @param signature of C_Sign
 * @param input what C_Sign is given
 * @param publicTemplate the attributes of the public key, the key type among them
 * @param privateTemplate the attributes of the private key, the key type among them
 */
public record KeyRecipe(
        long keyType,
        Mechanism generation,
        Mechanism signature,
        Input input,
        List<Attribute> publicTemplate,
        List<Attribute> privateTemplate) {
    /** What is signed. */
    public enum Input {
        /** The algorithm's digest, as it is: GOST R 34.10-2012, ECDSA. */
        DIGEST,
        /** The digest in a DigestInfo (RFC 8017, 9.2): RSA by CKM_RSA_PKCS. */
        DIGEST_INFO
    }

    /** Copies the lists. */
    public KeyRecipe {
        publicTemplate = List.copyOf(publicTemplate);
        privateTemplate = List.copyOf(privateTemplate);
    }

    /** Whether a token with these mechanisms can do it. */
    public boolean isWithin(Set<Long> mechanisms) {
        return mechanisms.contains(generation.type()) && mechanisms.contains(signature.type());
    }
}
