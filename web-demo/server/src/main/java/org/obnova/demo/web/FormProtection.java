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

    static void check(Context context, Session session, String ownOrigin) {
        String origin = context.header("Origin");
        boolean foreign = origin != null && !origin.equals(ownOrigin);
        String header = context.header(HEADER);
        String sent = header != null ? header : context.formParam(FIELD);
        if (foreign || !same(session.token(), sent)) {
            throw new Problem(ProblemCode.FORM_EXPIRED, "token missing or foreign origin");
        }
    }

    private static boolean same(String expected, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
