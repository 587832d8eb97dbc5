// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.identity.FieldErrors;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.recognition.Recognised;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.SentFile;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** Fills the form from a picture of the passport (S6). What the person typed stays, and what is read instead is offered beside it. */
public final class PassportPages implements SitePages {
    private static final int LARGEST = 10 * 1024 * 1024;

    private final Services services;
    private final Applications applications;
    private final Access access;
    private final ApplicationPage page;
    private final DataViews views;

    public PassportPages(Services services) {
        this.services = services;
        this.applications = services.applications();
        this.access = new Access(services);
        this.page = new ApplicationPage(services, new Artefacts(services));
        this.views = new DataViews(services);
    }

    /**
     * What was read for an application, until another picture is read or the session ends; the picture itself is not kept.
     *
     * @param application whose
     */
    record Read(String application, Map<String, Recognised.Field> fields) {}

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/applications/{id}/passport", this::read);
        routes.post("/applications/{id}/passport/take", this::take);
    }

    /** The form and a picture; without a picture it is «Далее», since Enter presses the first button of a form. */
    private void read(Visit visit) {
        Application application = saved(visit);
        List<SentFile> files = visit.files("passport");
        if (files.isEmpty()) {
            visit.goTo("/applications/" + application.id() + "?edit");
            return;
        }
        try {
            Recognised recognised = services.passports().read(() -> bytes(files.getFirst()));
            visit.session().keep(Read.class, new Read(application.id(), recognised.fields()));
            PersonForm filled = application.details().typed();
            for (Map.Entry<String, Recognised.Field> field : recognised.fields().entrySet()) {
                if (filled.get(field.getKey()).isEmpty()) {
                    filled = filled.with(field.getKey(), field.getValue().value());
                }
            }
            applications.saveDraft(application.id(), filled);
        } catch (Problem problem) {
            page.show(visit, application, problem, views.wrong(visit, application, FieldErrors.none()));
            return;
        }
        visit.goTo("/applications/" + application.id() + "?edit#passport-read");
    }

    /** One field as it was read, instead of what was typed. */
    private void take(Visit visit) {
        Application application = saved(visit);
        String name = visit.field("take");
        visit.session()
                .find(Read.class)
                .filter(read -> read.application().equals(application.id()))
                .map(read -> read.fields().get(name))
                .ifPresent(field -> applications.saveDraft(
                        application.id(), application.details().typed().with(name, field.value())));
        visit.goTo("/applications/" + application.id() + "?edit#" + (PersonForm.FIELDS.contains(name) ? name : ""));
    }

    private Application saved(Visit visit) {
        Application application = access.own(visit);
        return applications.saveDraft(application.id(), DataPages.typed(visit, application));
    }

    private static byte[] bytes(SentFile file) {
        try (InputStream in = file.content()) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Problem(ProblemCode.PICTURE_UNREADABLE, "larger than 10 MB");
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem(ProblemCode.PICTURE_UNREADABLE, "cannot be received", e);
        }
    }
}
