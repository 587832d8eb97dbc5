// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.renewal.Installed;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code certificate.install}. */
record CertificateInstallCommand(SiteAccess access, Supplier<Renewals> renewals) {
    WorkResult run(Task task, Request.CertificateInstall request) {
        X509CertificateHolder certificate =
                Certificates.read(request.certificate().octets());
        List<X509CertificateHolder> chain = request.chain().stream()
                .map(der -> Certificates.read(der.octets()))
                .toList();
        String origin = access.require(task, request.site(), Operation.RENEW);
        Installed installed = renewals.get().install(task, origin, request.renewal(), certificate, chain);
        return new WorkResult.Installed(
                installed.sha256(),
                installed.storage().id(),
                installed.storage().label(task.language()),
                installed.notAfter());
    }
}
