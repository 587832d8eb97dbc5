// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.config.JavalinConfig;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * From which address a visitor comes: that of the connection, and no header is believed. Behind a balancer ({@code --public-port}) every connection is the
 * balancer's, for the server listens on the loopback address alone; then it is the last address in X-Forwarded-For, the one that the balancer wrote.
 */
final class VisitorAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private VisitorAddress() {}

    /** Lets every page see the visitors' addresses instead of the balancer's. */
    static void readForwarded(JavalinConfig config) {
        config.contextResolver.ip = context ->
                of(context.req().getRemoteAddr(), Collections.list(context.req().getHeaders(FORWARDED)));
    }

    /**
     * The last forwarded address, or that of the connection where there is none.
     *
     * @param forwarded the header's values, as they came
     */
    static String of(String connection, List<String> forwarded) {
        if (forwarded.isEmpty()) {
            return connection;
        }
        String all = forwarded.getLast();
        String last = all.substring(all.lastIndexOf(',') + 1).strip();
        return LITERAL.matcher(last).matches() ? last : connection;
    }
}
