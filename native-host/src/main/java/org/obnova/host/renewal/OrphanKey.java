// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeyContainer;

/**
 * A key without a certificate that no renewal under way names.
 *
 * @param origin of the site for which it was made, when that is on record
 * @param application for which it was made, when that is on record
 */
public record OrphanKey(
        KeyContainer container,
        @Nullable String origin,
        @Nullable String application) {
    static OrphanKey of(KeyContainer container, @Nullable Entry madeFor) {
        return madeFor == null
                ? new OrphanKey(container, null, null)
                : new OrphanKey(
                        container, madeFor.order().origin(), madeFor.order().application());
    }

    /** Its name: SHA-256 of the public key's bits, 64 lower-case hex digits. */
    public String print() {
        return KeyPrint.of(publicKey());
    }

    /** The public key. */
    public SubjectPublicKeyInfo publicKey() {
        return container.publicKey();
    }
}
