// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import org.obnova.demo.web.AnsweredRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line a request: which route, how it was answered, how long that took, in which capacity somebody asked; nothing that was sent. */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final int FAILED = 500;

    /** Writes the line: a warning where the server failed. */
    public void answered(AnsweredRequest request) {
        LOG.atLevel(request.status() >= FAILED ? Level.WARN : Level.INFO)
                .addKeyValue("request", request.id())
                .addKeyValue("site", request.site())
                .addKeyValue("method", request.method())
                .addKeyValue("route", request.route())
                .addKeyValue("status", request.status())
                .addKeyValue("millis", request.duration().toMillis())
                .addKeyValue("role", request.role())
                .log("{} {} {} {}", request.method(), request.site(), request.route(), request.status());
    }
}
