// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.enrolment.Application.ReceiptConfirmation;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.identity.FormJson;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.Phone;

/** An application as its row has it. */
final class ApplicationRow {
    private ApplicationRow() {}

    static Application read(ResultSet row) throws SQLException {
        return new Application(
                row.getString("id"),
                new Purpose(
                        ApplicationKind.valueOf(row.getString("kind")),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("replaces"),
                        row.getBoolean("read_only")),
                new Applicant(
                        row.getString("holder"),
                        HolderKind.valueOf(row.getString("holder_kind")),
                        new Phone(row.getString("phone")),
                        CertificateUse.valueOf(row.getString("certificate_use"))),
                new Details(
                        FormJson.form(row.getString("typed")),
                        nullable(row, "confirmed", FormJson::form),
                        nullable(row, "organisation", FormJson::organisation)),
                CaProfile.valueOf(row.getString("profile")),
                progress(row),
                new Issuance(
                        medium(row),
                        row.getString("certificate"),
                        nullable(row, "receipt", ReceiptConfirmation::valueOf),
                        row.getBoolean("backed_up")));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        long agreed = row.getLong("agreed");
        @Nullable Instant agreedAt = row.wasNull() ? null : Instant.ofEpochMilli(agreed);
        return new Progress(
                ApplicationState.valueOf(row.getString("state")),
                ApplicationState.valueOf(row.getString("furthest")),
                nullable(row, "route", Route::valueOf),
                row.getBoolean("registers_agree"),
                row.getString("comment"),
                Instant.ofEpochMilli(row.getLong("opened")),
                Instant.ofEpochMilli(row.getLong("changed")),
                agreedAt);
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

    private static <T> @Nullable T nullable(ResultSet row, String column, Function<String, T> read)
            throws SQLException {
        @Nullable String value = row.getString(column);
        return value == null ? null : read.apply(value);
    }
}
