// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.SignatureCheck;
import org.obnova.demo.enrolment.Document.Kind;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.timestamp.SignatureStamps;

/** What statement and receipt have in common: a signature over the exact text, by the same person as the application's. */
final class SignedSteps {
    private final DocumentRepository documents;
    private final SignatureCheck signatures;
    private final SignatureStamps stamps;
    private final AuditLog audit;

    SignedSteps(DocumentRepository documents, SignatureCheck signatures, SignatureStamps stamps, AuditLog audit) {
        this.documents = documents;
        this.signatures = signatures;
        this.stamps = stamps;
        this.audit = audit;
    }

    Document document(String application, Kind kind) {
        return documents
                .find(application, kind)
                .orElseThrow(
                        () -> new Problem(ProblemCode.STEP_OUT_OF_ORDER, "there is no " + kind.wireName() + " yet"));
    }

    /**
     * Keeps the signature as it came and with its time stamp, which shows for years that it was there while the signer's certificate counted.
     *
     * @param due the state in which it is expected
     * @param next what the application becomes
     */
    Application receive(
            Application application,
            Kind kind,
            byte[] cms,
            ApplicationState due,
            Instant now,
            Supplier<Application> next) {
        if (due.before(application.state()) && repeated(application, kind, cms)) {
            return application;
        }
        if (application.state() != due) {
            throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "no " + kind.wireName() + " is due");
        }
        byte[] text = document(application.id(), kind).text().getBytes(StandardCharsets.UTF_8);
        IssuedCertificate signer = signatures.signer(cms, text);
        if (signer.subject().filter(application.subject()::samePerson).isEmpty()) {
            throw new Problem(ProblemCode.SIGNER_MISMATCH, "signer is another person than the application's");
        }
        if (signer.sha256().equals(application.certificate())) {
            // Whoever has the new key need not be the one who asked for it: that is what the receipt is to show.
            throw new Problem(ProblemCode.SIGNER_MISMATCH, "signed with the certificate that it is about");
        }
        byte[] stamped = stamps.stamped(cms);
        documents.sign(
                application.id(), kind, new Document.Signature(new Der(cms), signer.sha256(), now, new Der(stamped)));
        audit.record(
                Actor.holder(application.holder()),
                switch (kind) {
                    case STATEMENT -> AuditAction.STATEMENT_RECEIVED;
                    case RECEIPT -> AuditAction.RECEIPT_RECEIVED;
                },
                About.object("application", application.id(), stamped));
        return next.get();
    }

    private boolean repeated(Application application, Kind kind, byte[] cms) {
        return documents
                .find(application.id(), kind)
                .flatMap(Document::signed)
                .filter(signature -> signature.cms().equals(new Der(cms)))
                .isPresent();
    }
}
