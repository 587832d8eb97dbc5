// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application.ReceiptConfirmation;
import org.obnova.demo.identity.FormJson;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.Medium;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/** The applications' rows. */
final class ApplicationRepository {
    private final Database database;

    ApplicationRepository(Database database) {
        this.database = database;
    }

    Optional<Application> find(String id) {
        return one("SELECT * FROM application WHERE id = :key", id);
    }

    Optional<Application> openOf(String replaces) {
        return one("SELECT * FROM application WHERE replaces = :key AND state <> 'DONE'", replaces);
    }

    /** The first issue that is under way for that holder. */
    Optional<Application> openFirstOf(String holder) {
        return one(
                "SELECT * FROM application WHERE holder = :key AND replaces IS NULL AND state <> 'DONE'"
                        + " AND read_only = 0",
                holder);
    }

    List<Application> ofHolder(String holder) {
        return list("SELECT * FROM application WHERE holder = :key ORDER BY opened DESC, id", holder);
    }

    /** All that wait for such a step, the one that has waited longest first. */
    List<Application> in(ApplicationState state) {
        return list(
                "SELECT * FROM application WHERE state = :key AND read_only = 0 ORDER BY changed, id", state.name());
    }

    /** One transaction: reads the application, lets the step decide, and keeps what it returns where that is another one. */
    Application step(String id, UnaryOperator<Application> step) {
        return database.write(handle -> {
            Application before = find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application"));
            if (before.purpose().readOnly()) {
                throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "this application is only shown here");
            }
            Application after = step.apply(before);
            if (!after.equals(before)) {
                update(after);
            }
            return after;
        });
    }

    void insert(Application application) {
        database.update(handle -> state(handle.createUpdate("""
                        INSERT INTO application (id, kind, reason, read_only, holder, holder_kind, replaces, profile, phone, certificate_use,
                          opened, typed, confirmed, organisation, state, furthest, route, registers_agree, comment, changed, agreed,
                          certificate, receipt, backed_up, medium_kind, medium_product, medium_manner, medium_label)
                        VALUES (:id, :why, :reason, :readOnly, :holder, :holderKind, :replaces, :profile, :phone, :use,
                          :opened, :typed, :confirmed, :organisation, :state, :furthest, :route, :agree, :comment, :changed, :agreed,
                          :certificate, :receipt, :backed, :kind, :product, :manner, :label)
                        """), application)
                .bind("why", application.purpose().kind().name())
                .bind("reason", application.purpose().reason().name())
                .bind("readOnly", application.purpose().readOnly())
                .bind("holder", application.holder())
                .bind("holderKind", application.applicant().kind().name())
                .bind("replaces", application.purpose().replaces())
                .bind("profile", application.profile().name())
                .bind("phone", application.phone().e164())
                .bind("use", application.use().name())
                .bind("opened", application.opened().toEpochMilli())
                .execute());
    }

    private void update(Application application) {
        database.update(handle -> state(handle.createUpdate("""
                        UPDATE application SET typed = :typed, confirmed = :confirmed, organisation = :organisation, state = :state,
                          furthest = :furthest, route = :route, registers_agree = :agree, comment = :comment, changed = :changed,
                          agreed = :agreed, certificate = :certificate, receipt = :receipt, backed_up = :backed,
                          medium_kind = :kind, medium_product = :product, medium_manner = :manner, medium_label = :label
                        WHERE id = :id
                        """), application).execute());
    }

    private static Update state(Update update, Application application) {
        Details details = application.details();
        PersonForm confirmed = details.confirmed();
        Organisation organisation = details.organisation();
        Progress progress = application.progress();
        Instant agreed = progress.agreed();
        Route route = progress.route();
        ReceiptConfirmation receipt = application.receipt();
        Medium medium = application.medium();
        return update.bind("id", application.id())
                .bind("typed", FormJson.write(details.typed()))
                .bind("confirmed", confirmed == null ? null : FormJson.write(confirmed))
                .bind("organisation", organisation == null ? null : FormJson.write(organisation))
                .bind("state", progress.state().name())
                .bind("furthest", progress.furthest().name())
                .bind("route", route == null ? null : route.name())
                .bind("agree", progress.registersAgree())
                .bind("comment", progress.comment())
                .bind("changed", progress.changed().toEpochMilli())
                .bind("agreed", agreed == null ? null : agreed.toEpochMilli())
                .bind("certificate", application.certificate())
                .bind("receipt", receipt == null ? null : receipt.name())
                .bind("backed", application.backedUp())
                .bind("kind", medium == null ? null : medium.kind())
                .bind("product", medium == null ? null : medium.product())
                .bind("manner", medium == null ? null : medium.manner())
                .bind("label", medium == null ? null : medium.label());
    }

    private Optional<Application> one(String query, @Nullable String key) {
        return database.read(handle -> handle.createQuery(query)
                .bind("key", key)
                .map((row, context) -> ApplicationRow.read(row))
                .findOne());
    }

    private List<Application> list(String query, String key) {
        return database.read(handle -> handle.createQuery(query)
                .bind("key", key)
                .map((row, context) -> ApplicationRow.read(row))
                .list());
    }
}
