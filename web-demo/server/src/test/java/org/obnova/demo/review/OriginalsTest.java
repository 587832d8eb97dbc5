// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.FileFormat;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Applicant;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Details;
import org.obnova.demo.enrolment.Issuance;
import org.obnova.demo.enrolment.Progress;
import org.obnova.demo.enrolment.Purpose;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.Problem;

/** Which papers a holder brings to the visit, to be compared with what was sent. */
class OriginalsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Requirement PASSPORT =
            new Requirement(UploadKind.PASSPORT, Requirement.Need.REQUIRED, Requirement.Why.COMPARED);

    @Test
    void everyUpload_isComparedForItself() {
        List<Upload> two = List.of(upload("u1", UploadKind.PASSPORT), upload("u2", UploadKind.PASSPORT));

        assertThat(due(HolderKind.HEAD, Route.SIGNATURE, two, PaperManner.NONE))
                .containsExactly(new Original("u1", UploadKind.PASSPORT), new Original("u2", UploadKind.PASSPORT));
    }

    @Test
    void uploadThatIsGone_hasAnOriginalAllTheSame() {
        assertThat(due(HolderKind.HEAD, Route.SIGNATURE, List.of(), PaperManner.NONE))
                .containsExactly(Original.gone(UploadKind.PASSPORT));
    }

    @Test
    void employee_bringsTheProxy_alsoWhereNoScanOfItWasSent() {
        List<Upload> passport = List.of(upload("u1", UploadKind.PASSPORT));
        List<Upload> withProxy = List.of(upload("u1", UploadKind.PASSPORT), upload("u2", UploadKind.PROXY_TO_RECEIVE));

        assertThat(due(HolderKind.EMPLOYEE, Route.PAPER, passport, PaperManner.UPLOAD))
                .contains(Original.PROXY);
        assertThat(due(HolderKind.EMPLOYEE, Route.PAPER, withProxy, PaperManner.UPLOAD))
                .contains(new Original("u2", UploadKind.PROXY_TO_RECEIVE))
                .doesNotContain(Original.PROXY);
        assertThat(due(HolderKind.EMPLOYEE, Route.SIGNATURE, passport, PaperManner.NONE))
                .doesNotContain(Original.PROXY);
        assertThat(due(HolderKind.HEAD, Route.PAPER, passport, PaperManner.CENTRE))
                .doesNotContain(Original.PROXY);
    }

    @Test
    void statement_thatNobodyUploaded_isSignedThere() {
        List<Upload> passport = List.of(upload("u1", UploadKind.PASSPORT));
        List<Upload> both = List.of(upload("u1", UploadKind.PASSPORT), upload("u2", UploadKind.STATEMENT_SCAN));

        assertThat(due(HolderKind.HEAD, Route.PAPER, passport, PaperManner.CENTRE))
                .contains(Original.STATEMENT);
        assertThat(due(HolderKind.NATURAL_PERSON, Route.PAPER, passport, PaperManner.UPLOAD_OR_CENTRE))
                .contains(Original.STATEMENT);
        assertThat(due(HolderKind.NATURAL_PERSON, Route.PAPER, both, PaperManner.UPLOAD_OR_CENTRE))
                .doesNotContain(Original.STATEMENT);
    }

    @Test
    void powerOfAttorney_isAFile_andHasNoPaper() {
        List<Upload> uploads = List.of(upload("u1", UploadKind.PASSPORT), upload("u2", UploadKind.POWER_OF_ATTORNEY));

        assertThat(due(HolderKind.EMPLOYEE, Route.SIGNATURE, uploads, PaperManner.NONE))
                .extracting(Original::kind)
                .containsExactly(UploadKind.PASSPORT);
    }

    @Test
    void oneThatWasNotCompared_holdsAllBack() {
        List<Original> due = List.of(Original.STATEMENT, Original.PROXY);

        assertThatThrownBy(() -> Originals.require(due, Set.of("statement"))).isInstanceOf(Problem.class);
        assertThatCode(() -> Originals.require(due, Set.of("statement", "proxy")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Originals.require(List.of(), Set.of())).doesNotThrowAnyException();
    }

    private static List<Original> due(HolderKind kind, Route route, List<Upload> uploads, PaperManner manner) {
        PersonForm form = new PersonForm(Map.of());
        Application application = new Application(
                "a1",
                Purpose.firstIssue(Reason.FIRST_ISSUE),
                new Applicant("h1", kind, new Phone("+79000000009"), CertificateUse.GENERAL),
                new Details(form, form, null),
                CaProfile.GOST256,
                new Progress(ApplicationState.VISIT, ApplicationState.VISIT, route, true, null, NOW, NOW, null),
                Issuance.NONE);
        return Originals.due(application, uploads, List.of(PASSPORT), manner);
    }

    private static Upload upload(String id, UploadKind kind) {
        return new Upload(id, "a1", kind, id + ".jpg", FileFormat.JPEG, 1, 1, null, "", 1, NOW);
    }
}
