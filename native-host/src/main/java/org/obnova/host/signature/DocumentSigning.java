// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import java.time.Instant;
import java.time.InstantSource;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.VisibleText;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Signs what the person has seen whole, with a key from any medium at hand. */
public final class DocumentSigning {
    private final Storages storages;
    private final DocumentPrompt prompt;
    private final CmsSigner signer;
    private final InstantSource clock;

    /** Shows documents through this port. */
    public DocumentSigning(Storages storages, DocumentPrompt prompt, CmsSigner signer, InstantSource clock) {
        this.storages = storages;
        this.prompt = prompt;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Shows the text and signs it.
     *
     * @param certificateSha256 64 lower-case hex digits
     * @throws Fault {@code DOCUMENT_REFUSED}, {@code DOCUMENT_IS_HASH}, {@code CONTAINER_NOT_FOUND}, {@code CERTIFICATE_EXPIRED},
     *     {@code CANCELLED}, {@code CONTAINER_DAMAGED}, {@code STORAGE_FAILED}
     */
    public Signed sign(Task task, DocumentPrompt.Kind kind, String title, String text, String certificateSha256) {
        DocumentText document = new DocumentText(text);
        if (kind != DocumentPrompt.Kind.AUTHENTICATION && LoginText.couldBe(text)) {
            throw new Fault(ErrorCode.DOCUMENT_REFUSED, "the document reads like a login, which only the host writes");
        }
        // The title is not signed, but it stands above what is: it must not be able to disguise it.
        if (!title.codePoints().allMatch(VisibleText::isVisible)) {
            throw new Fault(ErrorCode.DOCUMENT_REFUSED, "the title holds what cannot be seen");
        }
        KeyContainer container = storages.containerOf(certificateSha256)
                .orElseThrow(() -> storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium holds this certificate"));
        X509CertificateHolder certificate = container.chain().getFirst();
        requireValid(certificate, clock.instant());

        task.waiting(Step.SHOW_DOCUMENT);
        String label = container.storage().label(task.language());
        prompt.show(task, new DocumentPrompt.Document(kind, title, text, certificate, label));
        Purpose purpose = kind == DocumentPrompt.Kind.AUTHENTICATION ? Purpose.LOG_IN : Purpose.SIGN_DOCUMENT;
        try (SigningKey key = container.open(task, purpose)) {
            task.checkpoint();
            task.progress(Step.SIGN, 0, 1);
            // The person may have read for long: the time that is signed is that of signing.
            Instant now = clock.instant();
            requireValid(certificate, now);
            byte[] cms = signer.sign(document, key, certificate, now);
            task.progress(Step.SIGN, 1, 1);
            return new Signed(cms, certificate);
        }
    }

    private static void requireValid(X509CertificateHolder certificate, Instant now) {
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new Fault(ErrorCode.CERTIFICATE_EXPIRED, "the certificate is not valid now");
        }
    }
}
