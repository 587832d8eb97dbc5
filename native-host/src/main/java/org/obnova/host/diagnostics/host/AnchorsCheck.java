// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.host;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.fault.Fault;
import org.obnova.host.workstation.Words;

/** Whether the roots that new certificates must lead to are certificates, and valid. Which they are, the administrator's settings say. */
public final class AnchorsCheck implements DiagnosticCheck {
    private static final Subject SUBJECT =
            new Subject("anchors", "Корневые сертификаты Обновы", "Obnova's root certificates");
    private static final Words ASK = new Words(
            "Замените корневой сертификат в файле настроек (anchors) или попросите об этом администратора.",
            "Replace the root certificate in the file of settings (anchors), or ask the administrator to do so.");

    private final Supplier<List<byte[]>> anchors;
    private final InstantSource clock;

    /** @param anchors DER */
    public AnchorsCheck(Supplier<List<byte[]>> anchors, InstantSource clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        List<byte[]> all = anchors.get();
        if (all.isEmpty()) {
            return SUBJECT.ok("Не заданы.", "None are set.");
        }
        Instant now = clock.instant();
        int expired = 0;
        for (byte[] each : all) {
            X509CertificateHolder certificate;
            try {
                certificate = Certificates.read(each);
            } catch (Fault e) {
                return SUBJECT.problem(
                        "damaged",
                        new Words(
                                "Корневой сертификат в настройках испорчен.",
                                "A root certificate of the settings is damaged."),
                        ASK);
            }
            expired += certificate.getNotAfter().toInstant().isBefore(now) ? 1 : 0;
        }
        if (expired == 0) {
            return SUBJECT.ok("Действуют: " + all.size() + ".", "Valid: " + all.size() + ".");
        }
        Words detail = new Words(
                "Истёк срок корневых сертификатов: " + expired + " из " + all.size() + ".",
                "Root certificates have expired: " + expired + " of " + all.size() + ".");
        return expired == all.size()
                ? SUBJECT.problem("expired", detail, ASK)
                : SUBJECT.warning("some-expired", detail, ASK);
    }
}
