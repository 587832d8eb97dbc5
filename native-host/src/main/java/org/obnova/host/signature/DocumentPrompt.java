// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.task.Task;

/** Shows a document whole and asks the person to sign it. */
public interface DocumentPrompt {
    /** What kind of document. */
    enum Kind {
        STATEMENT,
        RECEIPT,
        AUTHENTICATION
    }

    /**
     * What the window shows.
     *
     * @param text the exact text, whose UTF-8 is signed
     * @param certificate the signer's
     * @param storageLabel where the key lies
     */
    record Document(Kind kind, String title, String text, X509CertificateHolder certificate, String storageLabel) {}

    /**
     * Returns when the person pressed «Подписать».
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when the person or the page cancelled
     */
    void show(Task task, Document document);
}
