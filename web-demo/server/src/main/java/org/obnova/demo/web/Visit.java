// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** One request to one site: what was sent, whose session it is, and the ways to answer. */
public final class Visit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Context context;
    private final Site site;
    private final Sites sites;
    private final Sessions sessions;
    private final Texts texts;
    private final Pages pages;
    private final ErrorTexts errors;
    private Session session;
    private @Nullable String person;
    private List<String> sections = List.of();
    private String step = "";
    private String state = "";

    Visit(Context context, Site site, Sites sites, Sessions sessions, Texts texts, Pages pages, ErrorTexts errors) {
        this.context = context;
        this.sites = sites;
        this.site = site;
        this.sessions = sessions;
        this.texts = texts;
        this.pages = pages;
        this.errors = errors;
        this.session = sessions.of(context.cookie(site.cookie()));
        sendCookie();
    }

    public Session session() {
        return session;
    }

    public Texts texts() {
        return texts;
    }

    public Sites sites() {
        return sites;
    }

    public String ownOrigin() {
        return sites.of(site);
    }

    /** A part of the path; the route guarantees that it is there. */
    public String part(String name) {
        return context.pathParam(name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    /** See {@link VisitorAddress}. */
    public String address() {
        return context.ip();
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** A field of a form, trimmed; empty where it was not sent. */
    public String field(String name) {
        String value = context.formParam(name);
        return value == null ? "" : value.strip();
    }

    /** As {@link #field}, but exactly as typed: a password may begin with a space. */
    public String secret(String name) {
        String value = context.formParam(name);
        return value == null ? "" : value;
    }

    /** As {@link #field}, and whether it was sent at all. */
    public Optional<String> sent(String name) {
        return Optional.ofNullable(context.formParam(name)).map(String::strip);
    }

    /** The files of a form's field; one that was left empty is none. */
    public List<SentFile> files(String name) {
        return context.uploadedFiles(name).stream()
                .filter(file -> file.size() > 0 || !file.filename().isEmpty())
                .map(file -> new SentFile(file.filename(), file.content()))
                .toList();
    }

    /** A text of the JSON object that a script sent. */
    public String text(String name) {
        JsonNode value = body().path(name);
        if (!value.isTextual()) {
            throw Problem.field(name, "not a text");
        }
        return value.textValue();
    }

    /** As {@link #text}, where it may be missing. */
    public Optional<String> optionalText(String name) {
        return body().has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A base64 text (RFC 4648 section 4) of the JSON object that a script sent, decoded. */
    public byte[] der(String name) {
        try {
            return Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemCode.FIELD_INVALID, "not base64", Map.of("field", name), e);
        }
    }

    /** What a person reads of a refusal, for a page that shows it beside a field. */
    public ProblemDocument explain(Problem problem) {
        return errors.document(problem.code(), texts.language(), problem.values());
    }

    /**
     * Begins a new session: at each login, against session fixation, and lest one person inherit what another one did before.
     *
     * @param kept the values that do go on
     */
    public void renewSession(Class<?>... kept) {
        Set<String> names = Arrays.stream(kept).map(SessionValues::name).collect(Collectors.toSet());
        session = sessions.renew(session, names::contains);
        sendCookie();
    }

    /** Gives the session of a person who stays a new id: where a secret has changed. */
    public void renameSession() {
        session = sessions.renew(session, any -> true);
        sendCookie();
    }

    public void endSession() {
        sessions.end(session);
        session = sessions.of(null);
        sendCookie();
    }

    /** Whose name the frame of the page shows. */
    public void person(String name) {
        person = name;
    }

    /** In which capacity somebody asks: for the log, and no name. */
    public void role(String name) {
        RequestTrace.role(context, name);
    }

    /** Which sections the frame of the page offers besides the first one, where that depends on who is logged in. */
    public void sections(List<String> names) {
        sections = List.copyOf(names);
    }

    /** What scripts and tests read from the page's body. */
    public void shows(String newStep, String newState) {
        step = newStep;
        state = newState;
    }

    public void page(String template, String title, Object view) {
        context.header("Cache-Control", "no-store");
        context.html(pages.render(template, frame(title), view));
    }

    /** Sends the browser on after a form (303, so that a reload repeats nothing). */
    public void goTo(String path) {
        context.header("Location", path);
        context.status(303);
    }

    public void json(Map<String, ?> answer) {
        context.header("Cache-Control", "no-store");
        context.json(answer);
    }

    public void nothingNew() {
        context.status(204);
    }

    /** Has htmx load the page anew. */
    public void reload() {
        context.header("HX-Refresh", "true");
    }

    /** Has the browser name its system in the next request too (User-Agent Client Hints), and no cache mix the answers. */
    public void asksForSystem() {
        context.header("Vary", "Sec-CH-UA-Platform, User-Agent");
    }

    /** A file of this computer, to be saved under its name. */
    public void download(Path file, String type) throws IOException {
        context.header("Cache-Control", "no-store");
        context.header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
        context.contentType(type);
        context.result(Files.newInputStream(file));
    }

    /** A file to be saved under a name, with exactly these bytes. */
    public void download(String name, String type, byte[] bytes) {
        context.header("Cache-Control", "no-store");
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        context.contentType(type);
        context.result(bytes);
    }

    /** A picture that was made here: JPEG. */
    public void picture(byte[] jpeg) {
        context.header("Cache-Control", "private, no-store");
        context.contentType("image/jpeg");
        context.result(jpeg);
    }

    /**
     * A file that somebody sent, to be saved: whatever a browser makes of it, it runs nothing and reaches nothing of this site.
     *
     * @param content closed once it is sent
     */
    public void foreignFile(String name, String type, InputStream content) {
        context.header("Cache-Control", "private, no-store");
        context.header("Content-Security-Policy", "sandbox; default-src 'none'");
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        context.contentType(type);
        context.result(content);
    }

    void failed(ProblemDocument problem) {
        context.status(problem.status());
        context.header("Cache-Control", "no-store");
        if (isNavigation()) {
            shows("error", problem.name());
            context.html(pages.render("error", frame(problem.title()), problem));
        } else {
            context.json(problem.of(RequestTrace.id(context)));
            context.contentType("application/problem+json");
        }
    }

    private boolean isNavigation() {
        String mode = context.header("Sec-Fetch-Mode");
        String accept = context.header("Accept");
        return mode == null ? accept != null && accept.contains("text/html") : mode.equals("navigate");
    }

    private Frame frame(String title) {
        return new Frame(texts, site, sites, title, path(), session.token(), person, sections, step, state);
    }

    /** Path and query of this page; the start page where a form was answered. */
    public String path() {
        if (!context.method().name().equals("GET")) {
            return "/";
        }
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    private void sendCookie() {
        context.cookie(new Cookie(site.cookie(), session.id(), "/", -1, true, true, null, SameSite.LAX));
    }

    private JsonNode body() {
        try {
            return JSON.readTree(context.bodyAsBytes());
        } catch (IOException e) {
            throw new Problem(ProblemCode.FIELD_INVALID, "not JSON", Map.of("field", "JSON"), e);
        }
    }
}
