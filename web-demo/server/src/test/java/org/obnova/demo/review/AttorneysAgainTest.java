// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.Attorneys;
import org.obnova.demo.documents.KeptUploads;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.DemoNewcomers;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** A power of attorney that fitted when it was uploaded is looked at again: the data and the day go on. */
class AttorneysAgainTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    /** The office opens on 22 November 2026. */
    private static final LocalDate TOMORROW = LocalDate.parse("2026-11-23");

    @TempDir
    Path folder;

    private Office office;
    private KeptUploads uploads;
    private Casework casework;
    private String id = "";

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC, "current");
        uploads = KeptUploads.open(office.database, folder.resolve("uploads"), office.clock, new SecureRandom());
        casework = new CaseDesk(
                office.database,
                office.desk,
                office.desk.proceedings(),
                uploads,
                ServiceCentres.bundled(),
                office.regime,
                office.inbox,
                office.clock);
        Holder holder = office.holders.byId(DemoNewcomers.EMPLOYEE).orElseThrow();
        id = office.desk.openFirst(holder, Reason.FIRST_ISSUE).id();
        office.desk.begin(id);
        office.desk.saveDraft(id, DemoPapers.of(holder).form());
        office.desk.confirmData(id);
        for (UploadKind kind : new UploadKind[] {UploadKind.PASSPORT, UploadKind.STATEMENT_SCAN}) {
            uploads.add(id, kind, "scan.jpg", Scans.stream(Scans.jpeg(1700, 2400, 300)));
        }
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void personWhoChangedSince_isNoticed_whenTheDocumentsAreDone() {
        Upload power = attorney(TOMORROW.plusYears(1));
        office.desk.back(id, ApplicationState.DATA);
        PersonForm form = known().details().typed();
        office.desk.saveDraft(id, form.with("inn", "770000000156"));
        office.desk.confirmData(id);

        refused(ProblemCode.ATTORNEY_OF_OTHERS, () -> casework.documentsUploaded(id));
        assertThat(known().state()).isEqualTo(ApplicationState.DOCUMENTS);

        uploads.remove(power.id());
        assertThat(casework.documentsUploaded(id).state()).isEqualTo(ApplicationState.CENTRE);
    }

    @Test
    void termThatEndedSince_isNoticed_whenTheApplicationIsSent() {
        attorney(TOMORROW);
        casework.documentsUploaded(id);
        office.clock.advance(Duration.ofDays(2));

        refused(ProblemCode.ATTORNEY_NOT_IN_FORCE, () -> casework.send(id, "kazan"));
        assertThat(known().state()).isEqualTo(ApplicationState.CENTRE);
    }

    @Test
    void termThatEndedSince_isNoticed_whenTheOperatorApproves_whoMaySendItBack() {
        attorney(TOMORROW);
        casework.documentsUploaded(id);
        casework.send(id, "kazan");
        office.clock.advance(Duration.ofDays(2));

        refused(ProblemCode.ATTORNEY_NOT_IN_FORCE, () -> casework.approve(id, "operator"));
        assertThat(known().state()).isEqualTo(ApplicationState.REVIEW);
        assertThat(casework.decisions(id)).isEmpty();
        assertThat(casework.reject(id, "operator", "Срок доверенности истёк").state())
                .isEqualTo(ApplicationState.DOCUMENTS);
    }

    @Test
    void termThatGoesOn_holdsNothingUp() {
        attorney(TOMORROW.plusYears(1));
        casework.documentsUploaded(id);
        office.clock.advance(Duration.ofDays(2));
        casework.send(id, "kazan");

        assertThat(casework.approve(id, "operator").state()).isEqualTo(ApplicationState.VISIT);
    }

    private Upload attorney(LocalDate until) {
        byte[] xml = Attorneys.of(FROM, until, "7700000016", "770000000614", "24680135769");
        Upload added = uploads.add(id, UploadKind.POWER_OF_ATTORNEY, "m4d.xml", Scans.stream(xml));
        casework.requireFitting(known(), added);
        casework.documentsChanged(id);
        return added;
    }

    private Application known() {
        return office.desk.find(id).orElseThrow();
    }

    private static void refused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
