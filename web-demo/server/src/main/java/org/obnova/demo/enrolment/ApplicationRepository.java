// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.enrolment.Application.ReceiptConfirmation;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.Phone;
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
        return database.read(handle -> handle.createQuery("SELECT * FROM application WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    Optional<Application> openOf(String replaces) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM application WHERE replaces = :sha256 AND state <> 'DONE'")
                        .bind("sha256", replaces)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    List<Application> ofHolder(String holder) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM application WHERE holder = :holder ORDER BY opened DESC, id")
                .bind("holder", holder)
                .map((row, context) -> read(row))
                .list());
    }

    /** One transaction: reads the application, lets the step decide, and keeps what it returns where that is another one. */
    Application step(String id, UnaryOperator<Application> step) {
        return database.write(handle -> {
            Application before = find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application"));
            Application after = step.apply(before);
            if (!after.equals(before)) {
                update(after);
            }
            return after;
        });
    }

    void insert(Application application) {
        CertificateSubject subject = application.subject();
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO application (id, holder, replaces, profile, common_name, surname, given_name, country, snils,
                          inn, email, phone, certificate_use, state, opened, changed, backed_up)
                        VALUES (:id, :holder, :replaces, :profile, :name, :surname, :given, :country, :snils,
                          :inn, :email, :phone, :use, :state, :opened, :changed, 0)
                        """)
                .bind("id", application.id())
                .bind("holder", application.holder())
                .bind("replaces", application.replaces())
                .bind("profile", application.profile().name())
                .bind("name", subject.commonName())
                .bind("surname", subject.surname())
                .bind("given", subject.givenName())
                .bind("country", subject.country())
                .bind("snils", subject.snils())
                .bind("inn", subject.inn())
                .bind("email", subject.email())
                .bind("phone", application.phone().e164())
                .bind("use", application.use().name())
                .bind("state", application.state().name())
                .bind("opened", application.opened().toEpochMilli())
                .bind("changed", application.changed().toEpochMilli())
                .execute());
    }

    private void update(Application application) {
        Instant agreed = application.agreed();
        ReceiptConfirmation receipt = application.receipt();
        Medium medium = application.medium();
        database.update(handle -> handle.createUpdate("""
                        UPDATE application SET state = :state, email = :email, changed = :changed, agreed = :agreed, certificate = :certificate,
                          receipt = :receipt, backed_up = :backed,
                          medium_kind = :kind, medium_product = :product, medium_manner = :manner, medium_label = :label
                        WHERE id = :id
                        """)
                .bind("id", application.id())
                .bind("state", application.state().name())
                .bind("email", application.subject().email())
                .bind("changed", application.changed().toEpochMilli())
                .bind("agreed", agreed == null ? null : agreed.toEpochMilli())
                .bind("certificate", application.certificate())
                .bind("receipt", receipt == null ? null : receipt.name())
                .bind("backed", application.backedUp())
                .bind("kind", medium == null ? null : medium.kind())
                .bind("product", medium == null ? null : medium.product())
                .bind("manner", medium == null ? null : medium.manner())
                .bind("label", medium == null ? null : medium.label())
                .execute());
    }

    private static Application read(ResultSet row) throws SQLException {
        CertificateSubject subject = new CertificateSubject(
                row.getString("common_name"),
                row.getString("surname"),
                row.getString("given_name"),
                row.getString("country"),
                row.getString("snils"),
                row.getString("inn"),
                row.getString("email"));
        long agreed = row.getLong("agreed");
        @Nullable Instant agreedAt = row.wasNull() ? null : Instant.ofEpochMilli(agreed);
        @Nullable String receipt = row.getString("receipt");
        return new Application(
                row.getString("id"),
                row.getString("holder"),
                row.getString("replaces"),
                CaProfile.valueOf(row.getString("profile")),
                subject,
                new Phone(row.getString("phone")),
                CertificateUse.valueOf(row.getString("certificate_use")),
                ApplicationState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("opened")),
                Instant.ofEpochMilli(row.getLong("changed")),
                agreedAt,
                medium(row),
                row.getString("certificate"),
                receipt == null ? null : ReceiptConfirmation.valueOf(receipt),
                row.getBoolean("backed_up"));
    }

    private static @Nullable Medium medium(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("medium_kind");
        return kind == null
                ? null
                : new Medium(
                        kind,
                        row.getString("medium_product"),
                        row.getString("medium_manner"),
                        row.getString("medium_label"));
    }
}
