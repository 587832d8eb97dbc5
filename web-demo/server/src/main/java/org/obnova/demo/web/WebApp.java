// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of all sites, on the loopback address only. */
public final class WebApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebApp.class);
    private static final String VISIT = "visit";
    /** A certificate request or a signature with its certificate is some kilobytes. */
    private static final long LARGEST_BODY = 262_144;

    /** Megabytes: some documents at once. One that is larger than a document may be gets its own answer, beside the field. */
    private static final long LARGEST_FORM = 48;

    private static final int KEPT_IN_MEMORY = 1;

    private final Services services;
    private final Map<Site, Sessions> sessions = new EnumMap<>(Site.class);
    private final Map<Site, Routes> routes = new EnumMap<>(Site.class);
    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);
    private final Pages pages = new Pages();
    private final ErrorTexts errors = new ErrorTexts();
    private final Javalin server;

    /**
     * @param services what the pages stand on
     * @param sitePages the pages of both sites
     * @param random makes session ids and tokens
     * @param listening a bound channel: the port is known, and in certificates, before the first request is answered
     * @param watch is told of each request
     */
    public WebApp(
            Services services,
            List<SitePages> sitePages,
            SecureRandom random,
            ServerSocketChannel listening,
            RequestWatch watch) {
        this.services = services;
        for (Site site : Site.values()) {
            sessions.put(site, new Sessions(site, services.visitors().sessions(), random, services.clock()));
            routes.put(site, new Routes());
        }
        for (Language language : Language.values()) {
            texts.put(language, new Texts(language));
        }
        for (Site site : List.of(Site.EXTERN, Site.CABINET)) {
            of(routes, site).get("/setup", WebApp::setup);
        }
        sitePages.forEach(part -> part.register(of(routes, part.site())));
        this.server = Javalin.create(config -> {
            listen(config, listening);
            serveFiles(config);
            new RequestTrace(watch).register(config);
            route(config);
        });
    }

    /** Begins to answer. */
    public void start() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void listen(JavalinConfig config, ServerSocketChannel listening) {
        if (listening.socket().getLocalPort() != services.sites().port()) {
            VisitorAddress.readForwarded(config);
        }
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.multipartConfig.maxTotalRequestSize(LARGEST_FORM, SizeUnit.MB);
        config.jetty.multipartConfig.maxFileSize(LARGEST_FORM, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(KEPT_IN_MEMORY, SizeUnit.MB);
        config.jetty.addConnector((jetty, http) -> {
            http.setSendServerVersion(false);
            ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
            connector.setPort(services.sites().port());
            return open(connector, listening);
        });
    }

    private static ServerConnector open(ServerConnector connector, ServerSocketChannel listening) {
        try {
            connector.open(listening);
            return connector;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen", e);
        }
    }

    private static void serveFiles(JavalinConfig config) {
        Map.of("/static", "/static", "/obnova", "/static/obnova")
                .forEach((hosted, directory) -> config.staticFiles.add(files -> {
                    files.hostedPath = hosted;
                    files.directory = directory;
                    files.location = Location.CLASSPATH;
                }));
    }

    private void route(JavalinConfig config) {
        config.routes.before(SecurityHeaders::add);
        config.routes.before(WebApp::refuseOtherHosts);
        config.routes.before(this::refuseForeignPosts);
        config.routes.before(
                new RateLimits(System::nanoTime, services.visitors().entries())::check);
        new AuthorityRoutes(services).register(config);
        config.routes.get(LanguageSwitch.PATH, LanguageSwitch::answer);
        config.routes.get(OpenApi.PATH, context -> {
            Site site = site(context);
            context.json(OpenApi.of(services.sites().of(site), of(routes, site)));
        });
        for (String path : paths(Routes::gets)) {
            config.routes.get(path, context -> answer(context, path, Routes::gets));
        }
        for (String path : paths(Routes::posts)) {
            config.routes.post(path, context -> {
                Visit visit = visit(context);
                FormProtection.check(context, visit.session());
                answer(context, path, Routes::posts);
            });
        }
        config.routes.exception(
                HttpResponseException.class,
                (failure, context) ->
                        refuse(context, new Problem(ProblemCode.NOT_FOUND, "status " + failure.getStatus())));
        // What the servlet container throws of a form with files that is longer than that.
        config.routes.exception(
                ServletException.class,
                (failure, context) ->
                        refuse(context, new Problem(ProblemCode.UPLOAD_TOO_LARGE, "a form too long", failure)));
        config.routes.exception(RuntimeException.class, (failure, context) -> refuse(context, failure));
    }

    /** Where every prompt to install something leads; the page there leads back to where the person came from. */
    private static void setup(Visit visit) {
        String back = visit.ownOrigin() + LocalPath.of(visit.query("back").orElse("/"));
        visit.goTo(visit.sites().setup() + "/?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private Set<String> paths(Function<Routes, Map<String, Action>> table) {
        Set<String> paths = new TreeSet<>();
        routes.values().forEach(site -> paths.addAll(table.apply(site).keySet()));
        return paths;
    }

    private static void refuseOtherHosts(Context context) {
        if (!AuthorityRoutes.isOfMachines(context)
                && Site.ofHost(context.header("Host")).isEmpty()) {
            context.status(404);
            context.result("");
            context.skipRemainingHandlers();
        }
    }

    /** Before limits, sessions and forms: a foreign page spends and changes nothing of the person's. */
    private void refuseForeignPosts(Context context) {
        boolean changes = context.method().equals(HandlerType.POST) && !AuthorityRoutes.isOfMachines(context);
        if (changes && FormProtection.isForeign(context, services.sites().of(site(context)))) {
            ProblemDocument refusal = errors.document(ProblemCode.FORM_EXPIRED, LanguageSwitch.of(context), Map.of());
            context.status(refusal.status());
            context.json(refusal.of(RequestTrace.id(context)));
            context.contentType("application/problem+json");
            context.skipRemainingHandlers();
        }
    }

    private void answer(Context context, String path, Function<Routes, Map<String, Action>> table) {
        Site site = site(context);
        Action action = table.apply(of(routes, site)).get(path);
        if (action == null) {
            throw new Problem(ProblemCode.NOT_FOUND, "no such page on this site");
        }
        action.answer(visit(context));
    }

    private static Site site(Context context) {
        return Site.ofHost(context.header("Host"))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such page on this site"));
    }

    private Visit visit(Context context) {
        Visit known = context.attribute(VISIT);
        if (known != null) {
            return known;
        }
        Site site = site(context);
        Visit visit = new Visit(
                context,
                site,
                services.sites(),
                of(sessions, site),
                of(texts, LanguageSwitch.of(context)),
                pages,
                errors);
        context.attribute(VISIT, visit);
        return visit;
    }

    /** The one edge at which failures become answers. */
    private void refuse(Context context, RuntimeException failure) {
        Visit visit = visit(context);
        Language language = visit.texts().language();
        if (failure instanceof Problem problem) {
            visit.failed(errors.document(problem.code(), language, problem.values()));
        } else {
            LOG.error("request {} failed", RequestTrace.id(context), failure);
            visit.failed(errors.document(ProblemCode.SERVICE_FAILED, language, Map.of()));
        }
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing for " + key);
        }
        return value;
    }
}
