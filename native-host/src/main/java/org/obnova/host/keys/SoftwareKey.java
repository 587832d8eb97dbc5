// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.util.Optional;
import org.obnova.host.secret.Secret;

/** A private key in the host's memory, which can be written into a container. */
public interface SoftwareKey extends DecryptingKey {
    /** The algorithm; empty for a key that another program made and that the host signs with but would not make, e.g. RSA of 2048 bit. */
    Optional<KeyAlgorithm> algorithm();

    /** The key as DER of PKCS#8 PrivateKeyInfo (RFC 5208; GOST keys as RFC 9548 writes them: little-endian octets). The caller closes it. */
    Secret pkcs8();
}
