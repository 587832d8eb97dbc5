// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.util.Optional;
import java.util.function.Supplier;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyProof;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.task.Task;

/** What makes a copy count. */
final class ProvenCopy {
    private ProvenCopy() {}

    /**
     * Writes one; the medium opens it and has it sign.
     *
     * @throws Fault {@code BACKUP_UNVERIFIED} when it does not, and was removed
     */
    static KeyContainer written(Supplier<KeyContainer> writing) {
        try {
            return writing.get();
        } catch (Fault e) {
            if (e.code() == ErrorCode.CONTAINER_DAMAGED) {
                throw new Fault(ErrorCode.BACKUP_UNVERIFIED, "the copy did not open, and was removed", e);
            }
            throw e;
        }
    }

    /** The key of the original on another medium, if it is there. */
    static Optional<KeyContainer> of(KeyContainer original, KeyStorage medium) {
        return medium.read().stream()
                .filter(each -> PublicKeys.same(each.publicKey(), original.publicKey()))
                .findFirst();
    }

    /**
     * Opens one that is there already, and has it sign.
     *
     * @throws Fault {@code BACKUP_EXISTS} where it holds another certificate or none; {@code CONTAINER_DAMAGED}, {@code CANCELLED}
     */
    static void prove(Task task, KeyContainer copy, KeyContainer original) {
        if (!sameLeaf(copy, original)) {
            throw new Fault(ErrorCode.BACKUP_EXISTS, "the target holds this key without this certificate");
        }
        try (SigningKey key = copy.open(task, Purpose.VERIFY_BACKUP)) {
            if (!KeyProof.holds(key, original.publicKey())) {
                throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the copy that is there does not sign");
            }
        }
    }

    /** A small token may hold the certificate without its issuers. */
    private static boolean sameLeaf(KeyContainer one, KeyContainer other) {
        return one.chain().stream().findFirst().equals(other.chain().stream().findFirst());
    }
}
