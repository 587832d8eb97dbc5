// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.store.Database;

/** Revoking, suspending, resuming. Each is one transaction with its entry in the audit log: whoever calls writes no entry of his own. */
public final class Revocations {
    private final Database database;
    private final RevocationRegister register;
    private final AuditLog audit;
    private final InstantSource clock;

    Revocations(Database database, RevocationRegister register, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Revokes from now on what is valid or suspended; a second time changes nothing.
     *
     * @param reason CRLReason of RFC 5280 section 5.3.1, e.g. 1 for a compromised key
     * @return whether it was not revoked before
     */
    public boolean revoke(IssuedCertificate certificate, int reason, Actor actor) {
        return change(
                () -> register.revoke(certificate.sha256(), clock.instant(), reason),
                certificate,
                AuditAction.CERTIFICATE_REVOKED,
                actor);
    }

    /**
     * Suspends from now on what is valid (CRLReason certificateHold).
     *
     * @return whether it was valid before
     */
    public boolean suspend(IssuedCertificate certificate, Actor actor) {
        return change(
                () -> register.suspend(certificate.sha256(), clock.instant()),
                certificate,
                AuditAction.CERTIFICATE_SUSPENDED,
                actor);
    }

    /**
     * Makes valid again what is suspended; what is revoked stays so.
     *
     * @return whether it was suspended before
     */
    public boolean resume(IssuedCertificate certificate, Actor actor) {
        return change(
                () -> register.resume(certificate.sha256(), clock.instant()),
                certificate,
                AuditAction.CERTIFICATE_RESUMED,
                actor);
    }

    private boolean change(BooleanSupplier change, IssuedCertificate certificate, AuditAction action, Actor actor) {
        return database.write(handle -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                register.outdate(certificate.authority());
                audit.record(actor, action, About.object("certificate", certificate.sha256(), certificate.der()));
            }
            return changed;
        });
    }
}
