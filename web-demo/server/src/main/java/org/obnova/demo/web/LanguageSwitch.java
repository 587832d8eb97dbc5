// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/** Remembers the language of the pages in a cookie of its own; nothing else depends on it. */
final class LanguageSwitch {
    static final String PATH = "/language/{code}";
    private static final String COOKIE = "obnova_language";
    private static final int YEAR_SECONDS = 31_536_000;

    private LanguageSwitch() {}

    static Language of(Context context) {
        return Language.of(context.cookie(COOKIE));
    }

    static void answer(Context context) {
        Language language = Language.of(context.pathParam("code"));
        context.cookie(new Cookie(COOKIE, language.code(), "/", YEAR_SECONDS, true, true, null, SameSite.LAX));
        context.header("Location", LocalPath.of(context.queryParam("back")));
        context.status(303);
    }
}
