// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.documents.PowerOfAttorney;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.documents.Uploads;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.enrolment.Proceedings;
import org.obnova.demo.identity.FormJson;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.store.Database;

/** The casework of one CA; a decision and the step that follows from it are one transaction. */
public final class CaseDesk implements Casework {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int LONGEST_REMARK = 1000;
    private static final Set<ApplicationState> WAITING = EnumSet.of(ApplicationState.REVIEW, ApplicationState.VISIT);

    private final Database database;
    private final CaseRepository rows;
    private final Originals originals;
    private final Attorneys attorneys;
    private final Applications applications;
    private final Proceedings proceedings;
    private final Uploads uploads;
    private final ServiceCentres centres;
    private final Regime regime;
    private final CaseNotices notices;
    private final AuditLog audit;
    private final Couriers couriers;
    private final InstantSource clock;

    /** A desk over those applications and documents. */
    public CaseDesk(
            Database database,
            Applications applications,
            Proceedings proceedings,
            Uploads uploads,
            ServiceCentres centres,
            Regime regime,
            Notices notices,
            InstantSource clock) {
        this.database = database;
        this.rows = new CaseRepository(database);
        this.originals = new Originals(database);
        this.attorneys = new Attorneys(uploads);
        this.applications = applications;
        this.proceedings = proceedings;
        this.uploads = uploads;
        this.centres = centres;
        this.regime = regime;
        this.notices = new CaseNotices(notices);
        this.audit = new StoredAuditLog(database, clock);
        this.couriers = new CourierDesk(database, applications, centres, regime, this.notices, this.audit, clock);
        this.clock = clock;
    }

    @Override
    public List<Requirement> requirements(Application application) {
        return Requirements.of(
                application,
                applications.answers(application.id()),
                regime,
                arrangement(application).courier());
    }

    @Override
    public List<Requirement> missing(Application application) {
        Set<UploadKind> present =
                uploads.list(application.id()).stream().map(Upload::kind).collect(Collectors.toSet());
        return requirements(application).stream()
                .filter(wanted -> wanted.required() && !present.contains(wanted.kind()))
                .toList();
    }

    @Override
    public PaperManner manner(Application application) {
        return PaperManner.of(application, regime, arrangement(application).courier());
    }

    @Override
    public Application documentsUploaded(String id) {
        Application application = known(id);
        if (application.state() == ApplicationState.STATEMENT) {
            refuse(missing(application).stream().anyMatch(one -> one.kind() == UploadKind.STATEMENT_SCAN));
            requireFitting(application);
            return proceedings.statementOnPaper(id);
        }
        if (application.state() == ApplicationState.DOCUMENTS) {
            refuse(!missing(application).isEmpty());
            requireFitting(application);
        }
        return proceedings.documentsComplete(id);
    }

    @Override
    public void documentsChanged(String id) {
        proceedings.documentsChanged(id);
    }

    @Override
    public List<ServiceCentre> centres() {
        return centres.all();
    }

    @Override
    public Couriers couriers() {
        return couriers;
    }

    @Override
    public Arrangement arrangement(Application application) {
        return couriers.of(application.id()).isPresent() ? Arrangement.COURIER : centres.of(application.holder());
    }

    @Override
    public Appointment appointment(Application application) {
        ServiceCentre fixed = arrangement(application).centre();
        return rows.visit(application.id())
                .map(row -> new Appointment(
                        fixed != null ? fixed : centres.find(row.centre()).orElse(null),
                        row.identified(),
                        row.originals()))
                .orElseGet(() -> new Appointment(fixed, null, null));
    }

    @Override
    public Application send(String id, String centre) {
        Application application = known(id);
        boolean comes = applications.course(application).passes(ApplicationState.VISIT);
        Arrangement.Kind kind = arrangement(application).kind();
        boolean chosen = comes && kind == Arrangement.Kind.CHOICE;
        if (chosen && centres.find(centre).isEmpty()) {
            throw Problem.field("centre", "no such service centre");
        }
        if (comes && kind == Arrangement.Kind.COURIER && application.state() == ApplicationState.CENTRE) {
            if (couriers.of(id).map(CourierVisit::order).isEmpty()) {
                throw Problem.field("address", "the courier knows no address");
            }
            // One that was bought since the documents were given takes the statement along: it is to be uploaded, too.
            refuse(!missing(application).isEmpty());
        }
        if (application.state() == ApplicationState.CENTRE) {
            requireFitting(application);
        }
        return database.write(handle -> {
            if (chosen && application.state() == ApplicationState.CENTRE) {
                rows.choose(id, centre);
            }
            return proceedings.send(id);
        });
    }

    @Override
    public List<Application> waiting(ApplicationState state) {
        if (!WAITING.contains(state)) {
            throw new IllegalArgumentException("nobody waits in " + state);
        }
        return proceedings.waiting(state);
    }

    @Override
    public Application approve(String id, String operator) {
        return database.write(handle -> {
            Application before = known(id);
            boolean due = before.state() == ApplicationState.REVIEW;
            refuse(due && !missing(before).isEmpty());
            if (due) {
                requireFitting(before);
            }
            Application approved = proceedings.approve(id);
            if (due) {
                rows.decide(id, new Decision(true, "", operator, clock.instant()));
                audit.record(Actor.operator(operator), AuditAction.REVIEW_APPROVED, data(before));
                tellApproved(approved);
            }
            return approved;
        });
    }

    private void tellApproved(Application approved) {
        boolean visit = approved.state() == ApplicationState.VISIT;
        couriers.of(approved.id())
                .filter(courier -> visit)
                .ifPresentOrElse(
                        courier -> notices.courier(approved, courier), () -> notices.approved(approved, visit));
    }

    @Override
    public Application reject(String id, String operator, String remark) {
        String said = remark.strip();
        if (said.isEmpty() || said.length() > LONGEST_REMARK) {
            throw Problem.field("remark", "1 to " + LONGEST_REMARK + " characters");
        }
        return database.write(handle -> {
            Application rejected = proceedings.reject(id, said);
            rows.decide(id, new Decision(false, said, operator, clock.instant()));
            audit.record(
                    Actor.operator(operator),
                    AuditAction.REVIEW_REJECTED,
                    About.object("application", id, said.getBytes(StandardCharsets.UTF_8)));
            notices.rejected(rejected);
            return rejected;
        });
    }

    @Override
    public void requireFitting(Application application, Upload upload) {
        attorneys.require(application, upload, LocalDate.ofInstant(clock.instant(), MOSCOW));
    }

    /** Each upload again: since it came the person may have become another, and its term may have ended. */
    private void requireFitting(Application application) {
        uploads.list(application.id()).forEach(upload -> requireFitting(application, upload));
    }

    @Override
    public Map<String, PowerOfAttorney> attorneys(Application application) {
        return attorneys.of(application);
    }

    @Override
    public List<Original> originals(Application application) {
        return Originals.due(
                application, uploads.list(application.id()), requirements(application), manner(application));
    }

    @Override
    public List<SeenOriginal> seenOriginals(String id) {
        return originals.seen(id);
    }

    @Override
    public Application identified(String id, String clerk, Set<String> same) {
        return database.write(handle -> {
            Application before = known(id);
            List<Original> brought = originals(before);
            boolean due = before.state() == ApplicationState.VISIT;
            if (due && couriers.of(id).filter(courier -> !courier.onTheWay()).isPresent()) {
                throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "the courier has not left yet");
            }
            if (due) {
                Originals.require(brought, same);
            }
            Application after = proceedings.identityChecked(id);
            if (due) {
                rows.identified(id, clerk, !brought.isEmpty(), clock.instant());
                originals.keep(id, brought, clerk, clock.instant());
                audit.record(new Actor(Actor.Role.CLERK, clerk), AuditAction.VISIT_IDENTIFIED, data(before));
                notices.identified(after);
            }
            return after;
        });
    }

    @Override
    public void asSeen(String id, String seen, Runnable decision) {
        database.update(handle -> {
            if (!seen.equals(known(id).version())) {
                throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "the application has changed since it was shown");
            }
            decision.run();
        });
    }

    @Override
    public List<Decision> decisions(String id) {
        return rows.decisions(id);
    }

    /** The application, and the form as it was confirmed: what was decided about. */
    private static About data(Application application) {
        PersonForm confirmed = application.details().confirmed();
        return confirmed == null
                ? About.object("application", application.id())
                : About.object(
                        "application",
                        application.id(),
                        FormJson.write(confirmed).getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(boolean missing) {
        if (missing) {
            throw new Problem(ProblemCode.DOCUMENTS_MISSING, "documents are missing");
        }
    }

    private Application known(String id) {
        return applications.find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application"));
    }
}
