// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.task.Task;

/** Asks the person whether a document shall be decrypted. */
public interface DecryptionPrompt {
    /**
     * What the window says besides who asks.
     *
     * @param certificate for which the document is encrypted
     * @param storageLabel where its key lies
     * @param octets how large the document is; a block cipher adds up to 16 octets
     */
    record Encrypted(X509CertificateHolder certificate, String storageLabel, int octets) {}

    /**
     * Returns when the person pressed «Расшифровать».
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when the person or the page cancelled
     */
    void confirm(Task task, Encrypted document);

    /** Asks nobody: for the person who decrypts a file at the command line. */
    static DecryptionPrompt none() {
        return (task, document) -> {};
    }
}
