// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.PowerOfAttorney;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Document;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.registers.RegisterAnswer;
import org.obnova.demo.review.Appointment;
import org.obnova.demo.review.Arrangement;
import org.obnova.demo.review.CourierOrder;
import org.obnova.demo.review.CourierVisit;
import org.obnova.demo.review.Decision;
import org.obnova.demo.review.Invoice;
import org.obnova.demo.review.Original;
import org.obnova.demo.review.Requirement;
import org.obnova.demo.review.SeenOriginal;
import org.obnova.demo.review.TokenOrder;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.ProblemDocument;
import org.obnova.demo.web.Texts;

/**
 * One application, as the CA's people see it.
 *
 * @param sent whether it has come to the CA; what the holder is still filling in is not shown
 * @param missing documents that are needed and are not there
 * @param visiting papers to be compared at the visit
 * @param typed what was refused, so that it is not lost
 */
public record CaseFileView(
        Application application,
        Colleague colleague,
        boolean sent,
        List<RegisterAnswer> answers,
        @Nullable Document statement,
        List<Upload> uploads,
        List<Requirement> missing,
        List<Decision> decisions,
        Arrangement arrangement,
        Appointment appointment,
        @Nullable Invoice invoice,
        @Nullable TokenOrder token,
        Courier courier,
        Visiting visiting,
        Typed typed,
        @Nullable ProblemDocument problem) {
    /**
     * The courier's visit.
     *
     * @param visit null where none was bought
     * @param mayBeBought whether one still may be
     */
    public record Courier(@Nullable CourierVisit visit, boolean mayBeBought) {
        boolean at(CourierVisit.Stage stage) {
            return visit != null && visit.stage() == stage;
        }
    }

    /** What somebody typed. */
    public record Typed(String remark, String serial, Set<String> same) {
        /** Keeps what it was given. */
        public Typed {
            same = Set.copyOf(same);
        }
    }

    /**
     * What is to be known of the papers.
     *
     * @param due what the holder brings to the visit
     * @param seen what was compared
     * @param attorneys what the powers of attorney among the uploads say, by id of the upload
     */
    public record Visiting(List<Original> due, List<SeenOriginal> seen, Map<String, PowerOfAttorney> attorneys) {
        /** Keeps what it was given. */
        public Visiting {
            due = List.copyOf(due);
            seen = List.copyOf(seen);
            attorneys = Map.copyOf(attorneys);
        }
    }

    /** Text of what a paper is. */
    public static String originalKey(Original original) {
        UploadKind kind = original.kind();
        return kind == null
                ? "operator.original." + original.id()
                : "upload.kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Name of the file that a paper is compared with; empty where none was sent. */
    public String fileOf(Original original) {
        return uploads.stream()
                .filter(upload -> upload.id().equals(original.id()))
                .map(Upload::name)
                .findFirst()
                .orElse("");
    }

    /** Keeps what it was given. */
    public CaseFileView {
        answers = List.copyOf(answers);
        uploads = List.copyOf(uploads);
        missing = List.copyOf(missing);
        decisions = List.copyOf(decisions);
    }

    public String id() {
        return application.id();
    }

    public PersonForm form() {
        return application.details().valid();
    }

    /** The fields that say something. */
    public List<String> fields() {
        return PersonForm.FIELDS.stream()
                .filter(field -> !form().get(field).isEmpty())
                .toList();
    }

    /** What stands in a field, as a person reads it. */
    public String said(String field, Texts texts) {
        String value = form().get(field);
        return switch (field) {
            case "documentKind" -> texts.t("document." + value);
            case "sex" -> texts.t("sex." + value);
            case "issued", "birthDate" -> PersonForm.day(value).map(texts::date).orElse(value);
            default -> value;
        };
    }

    public @Nullable Organisation organisation() {
        return application.details().organisation();
    }

    /** Whether this colleague decides now. */
    public boolean mayDecide() {
        return application.state() == ApplicationState.REVIEW && colleague.may(Duty.DECIDE);
    }

    /** Whether this colleague meets the holder now. */
    public boolean mayIdentify() {
        boolean there = courier.visit() == null || courier.at(CourierVisit.Stage.ON_THE_WAY);
        return application.state() == ApplicationState.VISIT && there && colleague.may(Duty.CHECK_IDENTITY);
    }

    public boolean mayNoteCourier() {
        return courier.mayBeBought() && colleague.may(Duty.KEEP_INVOICES);
    }

    public boolean maySendCourier() {
        return application.state() == ApplicationState.VISIT
                && courier.at(CourierVisit.Stage.ORDERED)
                && colleague.may(Duty.SEND_COURIER);
    }

    public boolean mayNoteMissed() {
        return application.state() == ApplicationState.VISIT
                && courier.at(CourierVisit.Stage.ON_THE_WAY)
                && colleague.may(Duty.SEND_COURIER);
    }

    /** The address is the holder's: it is shown to whom the scans are. */
    public @Nullable CourierOrder courierOrder() {
        CourierVisit visit = courier.visit();
        return visit == null || !maySeeDocuments() ? null : visit.order();
    }

    public boolean maySeeDocuments() {
        return sent && colleague.may(Duty.READ_DOCUMENTS);
    }

    public boolean mayBill() {
        return invoice == null && unissued() && colleague.may(Duty.KEEP_INVOICES);
    }

    public boolean mayTakePayment() {
        return unpaid() && colleague.may(Duty.KEEP_INVOICES);
    }

    public boolean mayNoteToken() {
        return token == null && colleague.may(Duty.KEEP_INVOICES);
    }

    public boolean mayHandOut() {
        return token != null && token.handedOut() == null && colleague.may(Duty.HAND_OUT_TOKEN);
    }

    /** Whether an invoice waits to be paid. */
    public boolean unpaid() {
        return invoice != null && invoice.paid() == null;
    }

    /** Whether the certificate is still to be issued. */
    public boolean unissued() {
        return application.state().before(ApplicationState.ISSUING);
    }

    /** Whether it is signed by certificate. */
    public boolean signed() {
        return statement != null && statement.signed().isPresent();
    }

    /** What the operator sees: a decision is about this, and not about what the application became since. */
    public String seen() {
        return application.version();
    }

    /** Numbers of the pages that have pictures. */
    public static List<Integer> pages(Upload upload) {
        return IntStream.rangeClosed(1, upload.previews()).boxed().toList();
    }
}
