// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.Office;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.KeptUploads;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Proceedings;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.review.CourierVisit.Stage;

/** A courier is bought once, ordered for a day that is still to come, moved until somebody is on the way; identity is checked by who is there. */
class CourierDeskTest {
    private static final Actor CLERK = new Actor(Actor.Role.CLERK, "clerk");
    private static final Actor OPERATOR = Actor.operator("operator");
    private static final String ADDRESS = "г. Казань, ул. Образцовая, д. 5, кв. 12";
    /** The office opens on 22 November 2026. */
    private static final String TOMORROW = "2026-11-23";

    @TempDir
    Path folder;

    private Office office;
    private Casework casework;
    private Couriers couriers;
    private Proceedings proceedings;

    @BeforeEach
    void open() throws IOException {
        open("current");
    }

    private void open(String regime) throws IOException {
        office = Office.open(Files.createDirectory(folder.resolve(regime)), CaProfile.EC, regime);
        proceedings = office.desk.proceedings();
        casework = new CaseDesk(
                office.database,
                office.desk,
                proceedings,
                KeptUploads.open(office.database, folder.resolve("uploads"), office.clock, new SecureRandom()),
                ServiceCentres.bundled(),
                office.regime,
                office.inbox,
                office.clock);
        couriers = casework.couriers();
    }

    /** The application of somebody new, its data confirmed. */
    private String newcomer() {
        Holder holder = office.holders.byId("yozhikov").orElseThrow();
        String id = office.desk.openFirst(holder, Reason.FIRST_ISSUE).id();
        office.desk.begin(id);
        office.desk.saveDraft(id, DemoPapers.of(holder).form());
        office.desk.confirmData(id);
        return id;
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void bought_takesTheChoiceOfACentreAway_wantsTheStatementUploaded_andTellsTheHolderOnce() {
        String id = newcomer();
        assertThat(casework.manner(known(id))).isEqualTo(PaperManner.UPLOAD_OR_CENTRE);
        assertThat(couriers.mayBeBought(id)).isTrue();
        int before = told();

        couriers.bought(id, CLERK);
        couriers.bought(id, CLERK);

        assertThat(casework.arrangement(known(id)).courier()).isTrue();
        assertThat(casework.manner(known(id))).isEqualTo(PaperManner.UPLOAD);
        assertThat(couriers.of(id).orElseThrow().stage()).isEqualTo(Stage.BOUGHT);
        assertThat(couriers.mayBeBought(id)).isFalse();
        assertThat(told()).as("one SMS, one letter").isEqualTo(before + 2);
    }

    @Test
    void bought_isRefused_whereTheRegimeHasNoCouriers_andOnceTheApplicationWasSent() throws IOException {
        String sent = newcomer();
        proceedings.documentsComplete(sent);
        proceedings.send(sent);
        outOfOrder(() -> couriers.bought(sent, CLERK));
        assertThat(couriers.of(sent)).isEmpty();

        office.close();
        open("2017");
        String id = newcomer();
        outOfOrder(() -> couriers.bought(id, CLERK));
    }

    @ParameterizedTest
    @CsvSource({
        "'Казань',               2026-11-23, 9-12,  address",
        "'',                     2026-11-23, 9-12,  address",
        "'ул. Образцовая\n5',    2026-11-23, 9-12,  address",
        "'ул. Образцовая, д. 5', 2026-11-22, 9-12,  day",
        "'ул. Образцовая, д. 5', 2026-12-07, 9-12,  day",
        "'ул. Образцовая, д. 5', завтра,     9-12,  day",
        "'ул. Образцовая, д. 5', 2026-12-06, 21-24, hours"
    })
    void order_thatNobodyCanFollow_isRefusedAtItsField(String address, String day, String hours, String field) {
        String id = atTheCentre();

        assertThatThrownBy(() -> couriers.order(id, address, day, hours))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.FIELD_INVALID);
                    assertThat(problem.values()).containsEntry("field", field);
                });
        assertThat(couriers.of(id).orElseThrow().order()).isNull();
    }

    @Test
    void days_areThoseToCome_inMoscow() {
        atTheCentre();
        assertThat(couriers.days()).hasSize(14).startsWith(LocalDate.parse(TOMORROW));

        // 22:00 in Greenwich is tomorrow in Moscow.
        office.clock.advance(Duration.ofHours(13));
        assertThat(couriers.days()).startsWith(LocalDate.parse("2026-11-24"));
    }

    @Test
    void application_isNotSent_withoutAnAddress_norWithoutTheStatementThatTheCourierTakes() {
        String id = atTheCentre();
        refused(ProblemCode.FIELD_INVALID, () -> casework.send(id, "kazan"));

        couriers.order(id, ADDRESS, TOMORROW, "9-12");
        refused(ProblemCode.DOCUMENTS_MISSING, () -> casework.send(id, "kazan"));
        assertThat(known(id).state()).isEqualTo(ApplicationState.CENTRE);
    }

    @Test
    void visit_isMovedUntilTheCourierLeaves_andOnlyWhoIsThereChecksIdentity() {
        String id = atTheCentre();
        couriers.order(id, "  " + ADDRESS + " ", TOMORROW, "9-12");
        outOfOrder(() -> couriers.leaves(id, OPERATOR));
        proceedings.send(id);
        outOfOrder(() -> couriers.order(id, ADDRESS, TOMORROW, "18-21"));
        proceedings.approve(id);

        couriers.order(id, ADDRESS, TOMORROW, "18-21");
        assertThat(couriers.of(id).orElseThrow().order())
                .isEqualTo(new CourierOrder(ADDRESS, LocalDate.parse(TOMORROW), CourierOrder.Hours.EVENING));
        outOfOrder(() -> casework.identified(id, "operator", originals(id)));
        couriers.leaves(id, OPERATOR);
        outOfOrder(() -> couriers.leaves(id, OPERATOR));
        outOfOrder(() -> couriers.order(id, ADDRESS, TOMORROW, "12-15"));
        assertThat(lastSms()).contains("едет к вам", "23.11.2026, 18:00–21:00").doesNotContain("Образцовая");

        couriers.missed(id, OPERATOR);
        assertThat(lastSms()).contains("не застал", "оплачивать выезд снова не нужно");
        outOfOrder(() -> casework.identified(id, "operator", originals(id)));
        outOfOrder(() -> couriers.leaves(id, OPERATOR));
        couriers.order(id, ADDRESS, "2026-11-24", "12-15");
        couriers.leaves(id, OPERATOR);
        refused(ProblemCode.ORIGINALS_NOT_COMPARED, () -> casework.identified(id, "operator", Set.of()));

        assertThat(casework.identified(id, "operator", originals(id)).state()).isEqualTo(ApplicationState.REQUEST);
        assertThat(casework.appointment(known(id)).originals()).isEqualTo(office.clock.instant());
        outOfOrder(() -> couriers.missed(id, OPERATOR));
    }

    @Test
    void courier_leavesOnTheDayOfTheOrderAtTheLatest_inMoscow() {
        String id = atTheCentre();
        couriers.order(id, ADDRESS, TOMORROW, "18-21");
        proceedings.send(id);
        proceedings.approve(id);
        // 21:00 in Greenwich is the first minute of the 24th in Moscow.
        office.clock.advance(Duration.ofHours(36));

        outOfOrder(() -> couriers.leaves(id, OPERATOR));
        assertThat(couriers.of(id).orElseThrow().stage()).isEqualTo(Stage.ORDERED);

        couriers.order(id, ADDRESS, "2026-11-25", "18-21");
        office.clock.advance(Duration.ofDays(2).minusMinutes(1));
        couriers.leaves(id, OPERATOR);
        assertThat(couriers.of(id).orElseThrow().stage()).isEqualTo(Stage.ON_THE_WAY);
    }

    private Set<String> originals(String id) {
        return casework.originals(known(id)).stream().map(Original::id).collect(Collectors.toSet());
    }

    private String atTheCentre() {
        String id = newcomer();
        couriers.bought(id, CLERK);
        proceedings.documentsComplete(id);
        return id;
    }

    private Application known(String id) {
        return office.desk.find(id).orElseThrow();
    }

    private int told() {
        return office.inbox.latest(100).size();
    }

    private String lastSms() {
        return office.inbox.latestTo("+79000000005", 1).getFirst().text();
    }

    private static void outOfOrder(ThrowingCallable call) {
        refused(ProblemCode.STEP_OUT_OF_ORDER, call);
    }

    private static void refused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
