// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.AcceptedRequest;

/**
 * A renewal by a machine: one transaction of CMP.
 *
 * @param id its transactionID, hex
 * @param signer name of the certificate that is renewed
 * @param key the new key
 * @param certificate name of the new certificate, once there is one
 * @param implicit whether no confirmation follows
 * @param nonce the last one that the server sent
 * @param due not issued before that
 * @param until what is not confirmed then is revoked
 */
record Renewal(
        String id,
        String signer,
        AcceptedRequest key,
        State state,
        @Nullable String certificate,
        boolean implicit,
        Nonce nonce,
        Instant due,
        Instant until) {
    /** How far it is. */
    enum State {
        WAITING,
        ISSUED,
        CONFIRMED,
        REJECTED,
        /** The program asked again for the same key: the later transaction goes on. */
        REPLACED
    }

    /** Whether anything is still to come. */
    boolean isOpen() {
        return state == State.WAITING || state == State.ISSUED;
    }
}
