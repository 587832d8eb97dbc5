// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/** The counter of one CA's service centres; an act and its entry in the audit log are one transaction. */
public final class ServiceCounter implements Counter {
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Z-]{4,32}");

    private final Database database;
    private final CounterRepository rows;
    private final Applications applications;
    private final Casework casework;
    private final CaseNotices notices;
    private final AuditLog audit;
    private final InstantSource clock;

    /** A counter for those applications. */
    public ServiceCounter(
            Database database,
            Applications applications,
            Casework casework,
            Notices notices,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.rows = new CounterRepository(database);
        this.applications = applications;
        this.casework = casework;
        this.notices = new CaseNotices(notices);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Invoice> invoice(String application) {
        return rows.invoice(application);
    }

    @Override
    public void bill(String application, Actor clerk) {
        database.update(handle -> {
            if (rows.bill(application, clerk.id(), clock.instant())) {
                record(clerk, AuditAction.INVOICE_CHANGED, application);
                notices.billed(known(application));
            }
        });
    }

    @Override
    public void paid(String application, Actor clerk) {
        database.update(handle -> {
            if (rows.paid(application, clerk.id(), clock.instant())) {
                record(clerk, AuditAction.INVOICE_CHANGED, application);
                notices.paid(known(application));
            }
        });
    }

    @Override
    public void requirePaid(String application) {
        if (rows.invoice(application).filter(one -> one.paid() == null).isPresent()) {
            throw new Problem(ProblemCode.INVOICE_UNPAID, "the invoice is not paid");
        }
    }

    @Override
    public Optional<TokenOrder> token(String application) {
        return rows.token(application);
    }

    @Override
    public void tokenBought(String application, Actor clerk) {
        database.update(handle -> {
            known(application);
            if (rows.tokenBought(application, clerk.id(), clock.instant())) {
                record(clerk, AuditAction.TOKEN_BOUGHT, application);
            }
        });
    }

    @Override
    public void handOut(String application, String serial, Actor by) {
        if (!SERIAL.matcher(serial).matches()) {
            throw Problem.field("serial", "4 to 32 digits, capital letters and hyphens");
        }
        database.update(handle -> {
            if (!rows.handedOut(application, serial, by.id(), clock.instant())) {
                throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "no token waits to be handed out");
            }
            record(by, AuditAction.TOKEN_HANDED_OUT, application);
        });
    }

    @Override
    public ServiceCentre centre(Application application) {
        ServiceCentre chosen = casework.appointment(application).centre();
        return chosen != null ? chosen : casework.centres().getFirst();
    }

    @Override
    public Application open(Holder holder, Reason reason, Actor clerk) {
        return database.write(handle -> {
            Application opened = applications.openFirst(holder, reason);
            record(clerk, AuditAction.APPLICATION_CREATED, opened.id());
            notices.created(opened);
            return opened;
        });
    }

    private void record(Actor actor, AuditAction action, String application) {
        audit.record(actor, action, About.object("application", application));
    }

    private Application known(String id) {
        return applications.find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application"));
    }
}
