// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.documents.Uploads;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.review.Casework;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.SentFile;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** Uploading, looking at and deleting documents (S11). A refused file costs nothing else: what was uploaded before stays. */
public final class DocumentPages implements SitePages {
    private static final Set<ApplicationState> OPEN =
            EnumSet.of(ApplicationState.STATEMENT, ApplicationState.DOCUMENTS);

    private final Access access;
    private final Uploads uploads;
    private final CasePage page;
    private final ApplicationPage statement;
    private final Casework casework;

    /** Pages over those services. */
    public DocumentPages(Services services) {
        this.access = new Access(services);
        this.uploads = services.uploads();
        this.page = new CasePage(services);
        this.statement = new ApplicationPage(services, new Artefacts(services));
        this.casework = services.casework();
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        String path = "/applications/{id}/documents";
        routes.post(path, this::upload);
        routes.post(path + "/{upload}/remove", this::remove);
        routes.post(path + "/{upload}/reuse", this::reuse);
        routes.get(path + "/{upload}", visit -> access.page(visit, person -> show(visit)));
        routes.get(path + "/{upload}/pages/{page}", this::picture);
        routes.get(path + "/{upload}/file", this::file);
    }

    private void upload(Visit visit) {
        Application application = access.own(visit);
        requireOpen(application);
        UploadKind kind = kind(visit.field("kind"));
        List<SentFile> files = visit.files("file");
        try {
            if (files.isEmpty()) {
                throw Problem.field("file", "no file was sent");
            }
            for (SentFile file : files) {
                add(application, kind, file);
            }
        } catch (Problem problem) {
            refused(visit, application, problem, kind);
            return;
        }
        visit.goTo("/applications/" + application.id() + "#" + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    private void refused(Visit visit, Application application, Problem problem, UploadKind kind) {
        boolean beside = application.state() == ApplicationState.STATEMENT
                && application.progress().route() == Route.SIGNATURE;
        if (beside) {
            statement.refused(visit, application, problem, kind);
        } else {
            page.refused(visit, application, problem, kind);
        }
    }

    /** The look into a file takes seconds, in which the application may have been sent from another tab: the file comes too late then. */
    private void add(Application application, UploadKind kind, SentFile file) {
        Upload added = uploads.add(application.id(), kind, file.name(), file.content());
        try {
            casework.requireFitting(application, added);
            casework.documentsChanged(application.id());
        } catch (Problem refused) {
            uploads.remove(added.id());
            throw refused;
        }
    }

    private void remove(Visit visit) {
        Application application = access.own(visit);
        Upload upload = own(visit, application);
        casework.documentsChanged(application.id());
        uploads.remove(upload.id());
        visit.goTo("/applications/" + application.id());
    }

    private void reuse(Visit visit) {
        Application application = access.own(visit);
        Upload earlier = uploads.reusable(application.holder(), application.id()).stream()
                .filter(one -> one.id().equals(visit.part("upload")))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such document of this person"));
        casework.documentsChanged(application.id());
        uploads.reuse(earlier.id(), application.id());
        visit.goTo("/applications/" + application.id());
    }

    private void show(Visit visit) {
        Application application = access.own(visit);
        Upload upload = own(visit, application);
        visit.shows("document", "");
        visit.page(
                "cabinet/document",
                visit.texts().t("upload.kind." + upload.kind().name().toLowerCase(java.util.Locale.ROOT)),
                new DocumentView(upload, OPEN.contains(application.state())));
    }

    private void picture(Visit visit) {
        Upload upload = own(visit, access.own(visit));
        String page = visit.part("page");
        if (!page.matches("[1-9][0-9]?")) {
            throw new Problem(ProblemCode.NOT_FOUND, "no such page");
        }
        visit.picture(uploads.preview(upload.id(), Integer.parseInt(page))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such page")));
    }

    private void file(Visit visit) {
        Upload upload = own(visit, access.own(visit));
        visit.foreignFile(
                upload.kind().name().toLowerCase(java.util.Locale.ROOT) + "."
                        + upload.format().extension(),
                upload.format().mediaType(),
                uploads.open(upload.id()));
    }

    private Upload own(Visit visit, Application application) {
        return uploads.find(visit.part("upload"))
                .filter(upload -> upload.application().equals(application.id()))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such document of this application"));
    }

    private static void requireOpen(Application application) {
        if (!OPEN.contains(application.state())) {
            throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "documents are not to be changed now");
        }
    }

    private static UploadKind kind(String name) {
        return Arrays.stream(UploadKind.values())
                .filter(kind -> kind.name().toLowerCase(java.util.Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.field("kind", "no such document"));
    }
}
