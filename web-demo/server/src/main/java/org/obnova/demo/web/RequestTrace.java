// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Gives each request an id of our own making, which stands in the header {@code X-Request-Id}, in problem documents ({@code instance}, RFC 9457
 * section 3.1.5) and in every line that is logged meanwhile; and says afterwards what came of it. An id that the client sends is not taken over:
 * anything could stand in it.
 */
final class RequestTrace {
    static final String HEADER = "X-Request-Id";
    /** Under which the id stands in the log. */
    private static final String LOGGED = "request";

    private static final String ID = "request-id";
    private static final String STARTED = "request-started";
    private static final String ROLE = "request-role";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private final RequestWatch watch;

    RequestTrace(RequestWatch watch) {
        this.watch = watch;
    }

    /** Before every other handler. */
    void register(JavalinConfig config) {
        config.routes.before(RequestTrace::begin);
        config.requestLogger.http((context, millis) -> end(context));
    }

    private static void begin(Context context) {
        String id = UUID.randomUUID().toString();
        context.attribute(ID, id);
        context.attribute(STARTED, System.nanoTime());
        context.header(HEADER, id);
        MDC.put(LOGGED, id);
    }

    /** The id of a request. */
    static String id(Context context) {
        String id = context.attribute(ID);
        return id == null ? "" : id;
    }

    /** Notes in which capacity somebody asks. */
    static void role(Context context, String role) {
        context.attribute(ROLE, role);
    }

    private void end(Context context) {
        MDC.remove(LOGGED);
        Long started = context.attribute(STARTED);
        String role = context.attribute(ROLE);
        String method = context.req().getMethod();
        watch.answered(new AnsweredRequest(
                id(context),
                Site.ofHost(context.header("Host")).map(Site::key).orElse("none"),
                METHODS.contains(method) ? method : "OTHER",
                route(context),
                context.statusCode(),
                started == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - started),
                role == null ? "nobody" : role));
    }

    private static String route(Context context) {
        @Nullable Endpoint matched = context.endpoints().matchedHttpEndpoint();
        return Optional.ofNullable(matched)
                .map(endpoint -> endpoint.path)
                .orElseGet(() -> isFile(context.path()) ? "files" : "none");
    }

    private static boolean isFile(String path) {
        return path.startsWith("/static/") || path.startsWith("/obnova/");
    }
}
