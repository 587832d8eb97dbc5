// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.identity.FieldErrors;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** «Приступить», the holder's data and their confirmation (S5 to S8), and the ways back to them. */
public final class DataPages implements SitePages {
    /** What the tax service wants to know before it tells an INN. */
    private static final List<String> FOR_INN = List.of(
            "surname",
            "givenName",
            "patronymic",
            "documentKind",
            "series",
            "number",
            "departmentCode",
            "issued",
            "birthDate");

    private final Services services;
    private final Applications applications;
    private final Access access;
    private final ApplicationPage page;
    private final DataViews views;

    public DataPages(Services services) {
        this.services = services;
        this.applications = services.applications();
        this.access = new Access(services);
        this.page = new ApplicationPage(services, new Artefacts(services));
        this.views = new DataViews(services);
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        String path = "/applications/{id}";
        routes.post(path + "/begin", this::begin);
        routes.post(path + "/draft", this::draft);
        routes.post(path + "/form", this::form);
        routes.post(path + "/inn", this::inn);
        routes.post(path + "/organisation", this::organisation);
        routes.post(path + "/data", this::confirm);
        routes.post(path + "/back/{step}", this::back);
        routes.post(path + "/forward", this::forward);
        routes.post(path + "/paper", this::paper);
    }

    private void begin(Visit visit) {
        visit.goTo(pathOf(applications.begin(access.own(visit).id())));
    }

    /** What a script sends while the person types: nothing is judged. */
    private void draft(Visit visit) {
        Application application = access.own(visit);
        applications.saveDraft(application.id(), typed(visit, application));
        visit.nothingNew();
    }

    /** «Далее»: the form as a whole. */
    private void form(Visit visit) {
        Application application = saved(visit);
        FieldErrors errors = views.errors(application);
        if (errors.isEmpty()) {
            visit.goTo(pathOf(application));
        } else {
            page.show(visit, application, null, views.wrong(visit, application, errors));
        }
    }

    /** «Загрузить из базы ФНС». */
    private void inn(Visit visit) {
        Application application = saved(visit);
        PersonForm form = application.details().typed();
        FieldErrors errors = form.errors(views.today(), FOR_INN);
        if (!errors.isEmpty()) {
            page.show(visit, application, null, views.wrong(visit, application, errors));
            return;
        }
        try {
            Inn inn = services.registers()
                    .innOf(form.name(), PersonForm.day(form.get("birthDate")).orElseThrow(), form.document());
            applications.saveDraft(application.id(), form.with("inn", inn.digits()));
        } catch (Problem problem) {
            page.show(visit, application, problem, views.wrong(visit, application, FieldErrors.none()));
            return;
        }
        visit.goTo(pathOf(application) + "?edit#inn");
    }

    /** «Обновить по данным ФНС». */
    private void organisation(Visit visit) {
        Application application = saved(visit);
        try {
            Organisation before = applications.refreshOrganisation(application.id());
            applications
                    .find(application.id())
                    .map(fresh -> fresh.details().organisation())
                    .ifPresent(after -> visit.session()
                            .keep(
                                    DataViews.Refreshed.class,
                                    DataViews.Refreshed.between(application.id(), before, after)));
        } catch (Problem problem) {
            page.show(visit, application, problem, views.wrong(visit, application, FieldErrors.none()));
            return;
        }
        visit.goTo(pathOf(application) + "?edit#organisation");
    }

    private void confirm(Visit visit) {
        Application application = access.own(visit);
        if (application.state() == ApplicationState.DATA
                && visit.field("consent").isEmpty()) {
            page.show(visit, application, null, views.withoutConsent(visit, application));
            return;
        }
        FieldErrors errors = views.errors(application);
        if (application.state() == ApplicationState.DATA && !errors.isEmpty()) {
            page.show(visit, application, null, views.wrong(visit, application, errors));
            return;
        }
        try {
            visit.goTo(pathOf(applications.confirmData(application.id())));
        } catch (Problem problem) {
            page.show(visit, application, problem);
        }
    }

    /** To an earlier step, named as in the trail. */
    private void back(Visit visit) {
        Application application = access.own(visit);
        String edit = visit.field("edit").isEmpty() ? "" : "?edit";
        try {
            Application back = applications.back(application.id(), Steps.of(visit.part("step")));
            visit.goTo(pathOf(back) + edit);
        } catch (Problem problem) {
            page.show(visit, application, problem);
        }
    }

    private void forward(Visit visit) {
        visit.goTo(pathOf(applications.forward(access.own(visit).id())));
    }

    private void paper(Visit visit) {
        visit.goTo(pathOf(applications.giveOnPaper(access.own(visit).id())));
    }

    private Application saved(Visit visit) {
        Application application = access.own(visit);
        return applications.saveDraft(application.id(), typed(visit, application));
    }

    /** Each field as it was typed; what is not among the fields of the page stays what it was. */
    static PersonForm typed(Visit visit, Application application) {
        Map<String, String> fields =
                new LinkedHashMap<>(application.details().typed().fields());
        PersonForm.FIELDS.forEach(field -> visit.sent(field).ifPresent(value -> fields.put(field, value)));
        return new PersonForm(fields);
    }

    private static String pathOf(Application application) {
        return "/applications/" + application.id();
    }
}
