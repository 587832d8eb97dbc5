// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Refuses changes that another site's page has sent (CSRF): the session's token must come back, and the browser must not call it foreign. */
final class FormProtection {
    static final String FIELD = "_token";
    static final String HEADER = "X-Obnova-Token";

    private FormProtection() {}

    /**
     * Whether the browser says that another site's page sent it (Fetch Metadata; RFC 6454 section 7). Such a request comes without the
     * session's cookie: it must be refused before it begins a session, or the new one would log the person out.
     */
    static boolean isForeign(Context context, String ownOrigin) {
        String origin = context.header("Origin");
        return (origin != null && !origin.equals(ownOrigin)) || "cross-site".equals(context.header("Sec-Fetch-Site"));
    }

    static void check(Context context, Session session) {
        String header = context.header(HEADER);
        String sent = header != null ? header : context.formParam(FIELD);
        if (!same(session.token(), sent)) {
            throw new Problem(ProblemCode.FORM_EXPIRED, "token missing");
        }
    }

    private static boolean same(String expected, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
