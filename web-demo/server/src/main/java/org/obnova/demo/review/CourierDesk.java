// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.review.CourierVisit.Stage;
import org.obnova.demo.store.Database;

/** The couriers of one CA; an act and its entry in the audit log are one transaction. */
final class CourierDesk implements Couriers {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int DAYS = 14;

    private final Database database;
    private final CourierRepository rows;
    private final Applications applications;
    private final ServiceCentres centres;
    private final Regime regime;
    private final CaseNotices notices;
    private final AuditLog audit;
    private final InstantSource clock;

    CourierDesk(
            Database database,
            Applications applications,
            ServiceCentres centres,
            Regime regime,
            CaseNotices notices,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.rows = new CourierRepository(database);
        this.applications = applications;
        this.centres = centres;
        this.regime = regime;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<CourierVisit> of(String application) {
        return rows.find(application);
    }

    @Override
    public boolean mayBeBought(String application) {
        Application known = known(application);
        return rows.find(application).isEmpty()
                && regime.paperRoute() == Regime.PaperRoute.CENTRE_OFFICER_OR_COURIER
                && centres.of(known.holder()).kind() == Arrangement.Kind.CHOICE
                && known.state().before(ApplicationState.REVIEW);
    }

    @Override
    public void bought(String application, Actor clerk) {
        database.update(handle -> {
            if (rows.find(application).isPresent()) {
                return;
            }
            require(mayBeBought(application), "no courier is to be bought");
            rows.bought(application, clock.instant());
            record(clerk, application);
            notices.courierBought(known(application));
        });
    }

    @Override
    public List<LocalDate> days() {
        return IntStream.rangeClosed(1, DAYS).mapToObj(today()::plusDays).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), MOSCOW);
    }

    @Override
    public void order(String application, String address, String day, String hours) {
        CourierOrder order = read(address, day, hours);
        database.update(handle -> {
            ApplicationState state = known(application).state();
            boolean free = rows.find(application)
                    .filter(visit ->
                            state == ApplicationState.CENTRE || (state == ApplicationState.VISIT && !visit.onTheWay()))
                    .isPresent();
            require(free, "no courier is to be ordered now");
            rows.order(application, order, clock.instant());
        });
    }

    private CourierOrder read(String address, String day, String hours) {
        String place = address.strip();
        if (!CourierOrder.isAddress(place)) {
            throw Problem.field(
                    "address", CourierOrder.SHORTEST + " to " + CourierOrder.LONGEST + " characters in one line");
        }
        LocalDate chosen = day(day).filter(days()::contains)
                .orElseThrow(() -> Problem.field("day", "none of the days that are offered"));
        CourierOrder.Hours when = CourierOrder.Hours.of(hours)
                .orElseThrow(() -> Problem.field("hours", "none of the hours that are offered"));
        return new CourierOrder(place, chosen, when);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public void leaves(String application, Actor operator) {
        database.update(handle -> {
            // On another day than the holder chose nobody is at home: the holder is to choose again.
            boolean past = rows.find(application)
                    .map(CourierVisit::order)
                    .filter(order -> order.day().isBefore(today()))
                    .isPresent();
            require(!past, "the day of the order is past");
            go(application, Stage.ORDERED, Stage.ON_THE_WAY, operator);
        });
    }

    @Override
    public void missed(String application, Actor operator) {
        go(application, Stage.ON_THE_WAY, Stage.MISSED, operator);
    }

    private void go(String application, Stage from, Stage to, Actor operator) {
        database.update(handle -> {
            Application known = known(application);
            require(
                    known.state() == ApplicationState.VISIT && rows.go(application, from, to, clock.instant()),
                    "the courier is at another stage");
            record(operator, application);
            notices.courier(known, rows.find(application).orElseThrow());
        });
    }

    private void record(Actor actor, String application) {
        audit.record(actor, AuditAction.COURIER_CHANGED, About.object("application", application));
    }

    private Application known(String id) {
        return applications.find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application"));
    }

    private static void require(boolean condition, String detail) {
        if (!condition) {
            throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, detail);
        }
    }
}
