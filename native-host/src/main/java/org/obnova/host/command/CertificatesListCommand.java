// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.messaging.WorkResult.Certificates.Certificate;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/** {@code certificates.list}: each certificate once, of the first medium that has its key. */
record CertificatesListCommand(SiteAccess access, Supplier<Storages> storages) {
    WorkResult run(Task task, Request.CertificatesList request) {
        access.require(task, request.site(), Operation.CERTIFICATES);
        Map<String, Certificate> bySha256 = new LinkedHashMap<>();
        for (KeyStorage storage : storages.get().settled()) {
            task.checkpoint();
            for (KeyContainer container : storage.containers()) {
                List<X509CertificateHolder> chain = container.chain();
                if (!chain.isEmpty()) {
                    Certificate found = certificate(task, storage, chain.getFirst());
                    bySha256.putIfAbsent(found.sha256(), found);
                }
            }
        }
        Page<Certificate> page = Page.of(
                List.copyOf(bySha256.values()),
                Certificate::sha256,
                found -> found.certificate().base64Length() + Page.ENTRY_OVERHEAD,
                request.cursor());
        return new WorkResult.Certificates(page.entries(), page.next());
    }

    private static Certificate certificate(Task task, KeyStorage storage, X509CertificateHolder certificate) {
        return new Certificate(
                Thumbprint.sha256(certificate),
                der(certificate),
                storage.id(),
                storage.label(task.language()),
                PublicKeys.wireName(certificate.getSubjectPublicKeyInfo()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Holder.of(certificate).displayName());
    }

    static Der der(X509CertificateHolder certificate) {
        try {
            return Der.of(certificate.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
