// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/** The papers of visits: which there are to compare, and which were. */
final class Originals {
    private final Database database;

    Originals(Database database) {
        this.database = database;
    }

    /**
     * What the holder has to bring. By what is wanted as well as by what is there: an upload that is gone has an original all the same.
     *
     * @param uploads of the application
     * @param wanted what it needs
     * @param manner how its statement comes
     */
    static List<Original> due(
            Application application, List<Upload> uploads, List<Requirement> wanted, PaperManner manner) {
        List<Original> due = new ArrayList<>();
        Set<UploadKind> there = uploads.stream().map(Upload::kind).collect(Collectors.toSet());
        boolean signedThere = manner == PaperManner.CENTRE
                || (manner == PaperManner.UPLOAD_OR_CENTRE && !there.contains(UploadKind.STATEMENT_SCAN));
        if (signedThere) {
            due.add(Original.STATEMENT);
        }
        uploads.stream()
                .filter(upload -> upload.kind().hasOriginal())
                .map(upload -> new Original(upload.id(), upload.kind()))
                .forEach(due::add);
        wanted.stream()
                .filter(one -> one.required() && !there.contains(one.kind()))
                .map(one -> Original.gone(one.kind()))
                .forEach(due::add);
        boolean bringsProxy = application.applicant().kind() == HolderKind.EMPLOYEE
                && application.progress().route() == Route.PAPER
                && !there.contains(UploadKind.PROXY_TO_RECEIVE);
        if (bringsProxy) {
            due.add(Original.PROXY);
        }
        return List.copyOf(due);
    }

    /**
     * Each of them was compared.
     *
     * @throws Problem ORIGINALS_NOT_COMPARED
     */
    static void require(List<Original> due, Set<String> compared) {
        if (!due.stream().map(Original::id).allMatch(compared::contains)) {
            throw new Problem(ProblemCode.ORIGINALS_NOT_COMPARED, "an original was not compared");
        }
    }

    /** In place of those of an earlier visit: who goes back to the documents comes again, with the same papers or with others. */
    void keep(String application, List<Original> seen, String clerk, Instant now) {
        database.update(handle -> {
            handle.createUpdate("DELETE FROM original_seen WHERE application = :application")
                    .bind("application", application)
                    .execute();
            for (Original original : seen) {
                UploadKind kind = original.kind();
                handle.createUpdate("""
                                INSERT INTO original_seen (application, matter, kind, clerk, seen)
                                VALUES (:application, :matter, :kind, :clerk, :seen)
                                """)
                        .bind("application", application)
                        .bind("matter", original.id())
                        .bind("kind", kind == null ? null : kind.name())
                        .bind("clerk", clerk)
                        .bind("seen", now.toEpochMilli())
                        .execute();
            }
        });
    }

    List<SeenOriginal> seen(String application) {
        return database.read(handle -> handle.createQuery(
                        "SELECT matter, kind, clerk, seen FROM original_seen WHERE application = :application ORDER BY kind, matter")
                .bind("application", application)
                .map((row, context) -> new SeenOriginal(
                        new Original(row.getString("matter"), kind(row.getString("kind"))),
                        row.getString("clerk"),
                        Instant.ofEpochMilli(row.getLong("seen"))))
                .list());
    }

    private static @Nullable UploadKind kind(@Nullable String name) {
        return name == null ? null : UploadKind.valueOf(name);
    }
}
