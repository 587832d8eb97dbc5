// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of every page needs.
 *
 * @param path where the language switch leads back to
 * @param token see {@link Session#token()}
 * @param person the name of who is logged in
 * @param sections which sections are offered besides the first one, where that depends on the person
 * @param step the step that the page shows, for scripts and tests; empty where there is none
 * @param state the state of what the page shows, likewise
 */
public record Frame(
        Texts texts,
        Site site,
        Sites sites,
        String title,
        String path,
        String token,
        @Nullable String person,
        List<String> sections,
        String step,
        String state) {

    /** Keeps what it was given. */
    public Frame {
        sections = List.copyOf(sections);
    }

    /** The path as the value of a query's parameter. */
    public String pathInQuery() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** {@code page} where this page is one of a section, else null: the value of {@code aria-current}. */
    public @Nullable String current(String start, String... parts) {
        String bare = path.split("\\?", 2)[0];
        boolean inPart = Arrays.stream(parts).anyMatch(part -> bare.startsWith(part + "/"));
        return bare.equals(start) || inPart ? "page" : null;
    }

    public String t(String key) {
        return texts.t(key);
    }

    public String t(String key, Object... values) {
        return texts.t(key, values);
    }
}
