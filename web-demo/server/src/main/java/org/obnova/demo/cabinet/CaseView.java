// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.PowerOfAttorney;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.review.Appointment;
import org.obnova.demo.review.Arrangement;
import org.obnova.demo.review.PaperManner;
import org.obnova.demo.review.Requirement;
import org.obnova.demo.review.ServiceCentre;
import org.obnova.demo.web.ProblemDocument;

/**
 * The pages between confirmed data and the consent to the issue.
 *
 * @param rows the documents that it needs, each with what was uploaded
 * @param agreed registers that confirmed the data, as tails of text keys
 * @param earlier documents of earlier applications that may be used again
 * @param reviewHours how long the review takes at most
 * @param problem what was wrong with what the person sent
 */
public record CaseView(
        Application application,
        Trail trail,
        List<Row> rows,
        List<String> agreed,
        List<Upload> earlier,
        Sending sending,
        int reviewHours,
        @Nullable ProblemDocument problem) {

    /** Keeps what it was given. */
    public CaseView {
        rows = List.copyOf(rows);
        agreed = List.copyOf(agreed);
        earlier = List.copyOf(earlier);
    }

    /**
     * A document of the list.
     *
     * @param attorneys what the powers of attorney among them say, by id of the upload
     * @param formats that can be read
     * @param problem what was wrong with the file that was just sent for it
     */
    public record Row(
            Requirement wanted,
            List<Upload> uploads,
            Map<String, PowerOfAttorney> attorneys,
            String formats,
            String accept,
            @Nullable ProblemDocument problem) {

        public UploadKind kind() {
            return wanted.kind();
        }
    }

    /**
     * How statement and originals come to the CA.
     *
     * @param comes whether the holder is to come in person
     * @param representative whether there is an organisation that gives proxies
     * @param courier where a courier comes; null where none does
     */
    public record Sending(
            PaperManner manner,
            Arrangement arrangement,
            Appointment appointment,
            List<ServiceCentre> centres,
            boolean comes,
            boolean representative,
            @Nullable CourierView courier) {
        /** Where a courier comes. */
        public CourierView ordered() {
            return Objects.requireNonNull(courier);
        }

        /** Whether what was wrong stands at a field of the courier's form. */
        boolean besideField() {
            return courier != null && courier.saysWhatIsWrong();
        }

        /** Whether one comes. */
        public boolean byCourier() {
            return courier != null;
        }
    }

    public String id() {
        return application.id();
    }

    public String step() {
        return Steps.key(application.state());
    }

    /** What the operator did not like, or empty. */
    public String remark() {
        String comment = application.progress().comment();
        return comment == null ? "" : comment;
    }

    public boolean signed() {
        return application.progress().route() == Route.SIGNATURE;
    }

    public boolean employee() {
        return application.applicant().kind() == HolderKind.EMPLOYEE;
    }

    /** The documents of the list itself. */
    public List<Row> listed() {
        return rows.stream().filter(row -> !row.wanted().additional()).toList();
    }

    /** Those behind «Загрузить дополнительные документы». */
    public List<Row> additional() {
        return rows.stream().filter(row -> row.wanted().additional()).toList();
    }

    /** Whether that part of the page stands open. */
    public boolean additionalOpen() {
        return additional().stream()
                .anyMatch(row -> row.problem() != null || !row.uploads().isEmpty());
    }

    /** Whole days of the review, at least one. */
    public int reviewDays() {
        return Math.max(1, reviewHours / 24);
    }

    /** Whether the review is promised in hours. */
    public boolean promisesHours() {
        return reviewHours < 24;
    }
}
