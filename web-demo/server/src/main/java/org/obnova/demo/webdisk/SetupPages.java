// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.LocalPath;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Sites;
import org.obnova.demo.web.Visit;

/** The setup page and what it downloads. It serves whoever comes: nobody logs in here, and nothing is kept. */
public final class SetupPages implements SitePages {
    private final Sites sites;
    private final PackageFolders packages;
    private final ProviderRules providers;

    public SetupPages(Sites sites, PackageFolders packages, ProviderRules providers) {
        this.sites = sites;
        this.packages = packages;
        this.providers = providers;
    }

    @Override
    public Site site() {
        return Site.SETUP;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/", this::page);
        routes.get("/packages/{name}", this::download);
        routes.get(ExtensionUpdates.FOLDER + "{name}", this::extension);
        routes.get("/provider", this::provider);
    }

    private void page(Visit visit) {
        String agent = visit.header("User-Agent").orElse("");
        VisitorSystem system =
                VisitorSystem.of(visit.header("Sec-CH-UA-Platform").orElse(""), agent);
        boolean firefox = agent.toLowerCase(Locale.ROOT).contains("firefox");
        visit.asksForSystem();
        visit.shows("setup", "presence");
        visit.page(
                "webdisk/setup",
                visit.texts().t("setup.title"),
                SetupView.of(back(visit.query("back").orElse("")), system, firefox, packages.all()));
    }

    private void download(Visit visit) {
        String name = visit.part("name");
        PackageFile known = packages.all().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such package"));
        Path file = packages.file(known.name())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "the package is gone"));
        try {
            visit.download(file, known.kind().mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException("a package cannot be read", e);
        }
    }

    /** What browsers fetch that have the extension by a policy: which version there is, then that one. Its addresses are of this site, whatever the build had. */
    private void extension(Visit visit) {
        String name = visit.part("name");
        Optional<Path> updates = packages.updates(name);
        if (updates.isEmpty()) {
            download(visit);
            return;
        }
        try {
            String text = ExtensionUpdates.servedFrom(sites.setup(), Files.readString(updates.get()));
            visit.download(
                    name,
                    name.endsWith(".xml") ? "text/xml" : "application/json",
                    text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("what tells of updates cannot be read", e);
        }
    }

    /** Which version is proposed in place of the one that the application has found. */
    private void provider(Visit visit) {
        String name = visit.query("name").orElse("");
        String version = visit.query("version").orElse("");
        visit.json(Map.of(
                "upgrade", providers.upgrade(name, version).orElse(""),
                "restart", providers.restart(name, version).orElse("none")));
    }

    /** An address of the portal or the cabinet, else nothing: a foreign link leads nobody through us to anywhere. */
    private String back(String asked) {
        for (String origin : List.of(sites.extern(), sites.cabinet())) {
            if (asked.startsWith(origin + "/")) {
                return origin + LocalPath.of(asked.substring(origin.length()));
            }
        }
        return "";
    }
}
