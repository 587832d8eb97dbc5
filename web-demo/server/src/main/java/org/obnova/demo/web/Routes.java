// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The actions of one site. The same path may belong to both sites: the Host header decides which one answers. */
public final class Routes {
    private final Map<String, Action> gets = new LinkedHashMap<>();
    private final Map<String, Action> posts = new LinkedHashMap<>();

    Routes() {}

    /** A page or a download. */
    public void get(String path, Action action) {
        add(gets, path, action);
    }

    /** A change: refused without the session's token, see {@link FormProtection}. */
    public void post(String path, Action action) {
        add(posts, path, action);
    }

    Map<String, Action> gets() {
        return gets;
    }

    Map<String, Action> posts() {
        return posts;
    }

    private static void add(Map<String, Action> table, String path, Action action) {
        if (table.putIfAbsent(path, action) != null) {
            throw new IllegalArgumentException("two actions for " + path);
        }
    }
}
